package sim

import (
	"bytes"
	"encoding/binary"
	"encoding/gob"
	"errors"
	"fmt"
	"hash"
	"io"
	"reflect"
	"slices"

	"caseload/agents"
	"caseload/policy"
	"caseload/sim/panel"
)

// loader reads what saver wrote into a world that was made anew, and keeps the first
// failure.
type loader struct {
	label label
	in    io.Reader
	sum   hash.Hash
	err   error

	from, to []rows // of each district, in the file and in the world
	total    int    // rows in the file
}

// rows is a range of them.
type rows struct{ first, last int }

func (s *loader) get(v any) {
	if s.err == nil {
		s.err = binary.Read(s.in, binary.LittleEndian, v)
	}
}

// text reads bytes of a length that the file states; a length that is wrong ends with the
// file and takes no memory for what is not there.
func (s *loader) text() []byte {
	var n uint32
	s.get(&n)
	if s.err != nil {
		return nil
	}
	var b bytes.Buffer
	_, s.err = io.CopyN(&b, s.in, int64(n))
	return b.Bytes()
}

// column reads one column of n rows.
func (s *loader) column(name string, of reflect.Type, n int) reflect.Value {
	column := reflect.MakeSlice(of, n, n)
	if found := s.text(); s.err == nil && string(found) != name {
		s.err = fmt.Errorf("it has %.40q in the place of column %s", found, name)
	}
	var size uint32
	s.get(&size)
	if s.err == nil && uintptr(size) != of.Elem().Size() {
		s.err = fmt.Errorf("column %s has values of %d bytes", name, size)
	}
	s.get(column.Interface())
	return column
}

// persons reads a column of persons into the rows of the same persons. A run with a longer
// horizon has more rows behind those of a district, one with a shorter horizon fewer.
func (s *loader) persons(name string, into reflect.Value) {
	column := s.column(name, into.Type(), s.total)
	for k := range s.from {
		n := min(s.from[k].last-s.from[k].first, s.to[k].last-s.to[k].first)
		reflect.Copy(into.Slice(s.to[k].first, s.to[k].first+n), column.Slice(s.from[k].first, s.from[k].first+n))
	}
}

func (s *loader) world(w *World) {
	if len(s.label.Rows) != len(w.Districts) {
		s.err = errors.New("it has another number of districts")
		return
	}
	s.match(w)
	w.People.Columns(func(name string, slice any) {
		if s.err == nil && name != "ID" {
			s.persons(name, reflect.ValueOf(slice).Elem())
		}
	})
	w.Coaches = Coaches{}
	eachColumn(&w.Coaches, func(name string, column reflect.Value) {
		if s.err == nil {
			column.Set(s.column(name, column.Type(), s.label.Coaches))
		}
	})
	for k := range w.Districts {
		s.district(&w.Districts[k])
	}
}

// match finds the rows of each district in the file, and makes sure that they are those of
// the same persons.
func (s *loader) match(w *World) {
	total := 0
	for k := range w.Districts {
		s.from = append(s.from, rows{total, total + s.label.Rows[k]})
		s.to = append(s.to, rows{int(w.Districts[k].First), int(w.Districts[k].Last)})
		total += s.label.Rows[k]
	}
	s.total = total
	ids := make([]agents.PersonID, w.People.Len())
	copy(ids, w.People.ID)
	s.persons("ID", reflect.ValueOf(ids))
	if s.err == nil && !slices.Equal(ids, w.People.ID) {
		s.err = errors.New("it has other persons")
	}
}

// district reads a district. Its rows are those of the new layout, but for the next arrival.
func (s *loader) district(d *District) {
	var saved savedDistrict
	s.get(&saved)
	if s.err == nil && (saved.Number != d.Number || int(saved.Offices) != len(d.Offices) || saved.Attached != d.Attached) {
		s.err = fmt.Errorf("district %d has another number, size or other offices", d.Number)
	}
	d.Next = min(d.First+saved.Next-saved.First, d.Last)
	d.LossLately, d.Demand, d.Contacts, d.Books, d.Profiled, d.OffFlow, d.Practice = saved.LossLately, saved.Demand, saved.Contacts, saved.Books, saved.Profiled, saved.OffFlow, saved.Practice
	d.FundSpent = saved.FundSpent
	absent := saved.Stock[agents.Absent] + (d.Last - d.First) - (saved.Last - saved.First)
	d.Stock = saved.Stock
	d.Stock[agents.Absent] = absent
	s.get(d.Offices)
	var programmes uint32
	s.get(&programmes)
	if s.err == nil && programmes > policy.MostProgrammes {
		s.err = fmt.Errorf("district %d has %d programmes", d.Number, programmes)
		return
	}
	d.Places = make([]Places, programmes)
	s.get(d.Places)
	var circles uint32
	s.get(&circles)
	if s.err == nil && circles > mostCircles {
		s.err = fmt.Errorf("district %d has had %d circles", d.Number, circles)
		return
	}
	d.Circles = make([]Circle, circles)
	s.get(d.Circles)
	var providers uint32
	s.get(&providers)
	if s.err == nil && providers > policy.MostProviders {
		s.err = fmt.Errorf("district %d has %d providers", d.Number, providers)
		return
	}
	d.Providers = make([]Provider, providers)
	s.get(d.Providers)
	var open uint32
	s.get(&open)
	if s.err == nil && open > mostVacancies {
		s.err = fmt.Errorf("district %d has %d vacancies", d.Number, open)
	}
	eachColumn(&d.Vacancies, func(name string, column reflect.Value) {
		if s.err == nil {
			column.Set(s.column(name, column.Type(), int(open)))
		}
	})
	s.mail(d)
}

// mail reads what a district sent out in the week before the checkpoint.
func (s *loader) mail(d *District) {
	var known [2]float64
	var n [3]uint32
	s.get(&known)
	s.get(&n)
	if s.err == nil && max(n[0], n[1], n[2]) > mostVacancies {
		s.err = fmt.Errorf("district %d has %d letters", d.Number, max(n[0], n[1], n[2]))
	}
	if s.err != nil {
		return
	}
	mail := d.Sent(s.label.Week - 1)
	*mail = Mail{known[0], known[1], make([]Letter, n[0]), make([]Proposal, n[1]), make([]Answer, n[2])}
	s.get(mail.Letters)
	s.get(mail.Offers)
	s.get(mail.Answers)
}

// mostVacancies is more than any district has open.
const mostVacancies = 1 << 26

// checkSum compares the hash at the end of the file, which nothing may follow.
func (s *loader) checkSum(zip io.Reader) error {
	want := s.sum.Sum(nil)
	found := make([]byte, len(want))
	if _, err := io.ReadFull(zip, found); err != nil {
		return err
	}
	if !bytes.Equal(want, found) {
		return errors.New("its hash does not agree")
	}
	if n, err := zip.Read(make([]byte, 1)); n > 0 || err == nil {
		return errors.New("something follows its end")
	} else if err != io.EOF {
		return err
	}
	return nil
}

// memory is what the observers of an arm carry from week to week, so that a run that goes
// on from a checkpoint reports what a run without a break reports.
type memory struct {
	fork   *beginning // nil when a world is saved by itself
	before *counted   // at the last row of the panel; nil without a panel
	kept   kept
}

// kept is the part of memory that is not by person.
type kept struct {
	Sums     []sums
	Accounts []panel.AccountRow
	Booked   accountMemory
	Spells   [][]panel.SpellRow // by district; ended since the last observed week
	Events   [][]Event
}

// newMemory is what a world that is filled from a file knows before that.
func newMemory(w *World) *memory {
	return &memory{fork: newBeginning(w), before: newCounted(w.People.Len())}
}

func (s *saver) memory(m *memory) {
	s.put(m.fork != nil)
	if m.fork != nil {
		eachColumn(m.fork, s.column)
	}
	s.put(m.before != nil)
	if m.before != nil {
		eachColumn(m.before, s.column)
	}
	var rest bytes.Buffer
	if err := gob.NewEncoder(&rest).Encode(m.kept); err != nil && s.err == nil {
		s.err = err
	}
	s.text(rest.Bytes())
}

// memory reads columns into m and returns the gob of the rest, to be decoded when the
// hash is known to agree.
func (s *loader) memory(w *World, m *memory) []byte {
	var has bool
	if s.get(&has); has {
		eachColumn(m.fork, s.persons)
	}
	if s.get(&has); has {
		eachColumn(m.before, s.persons)
	} else {
		m.before.take(w.People)
	}
	return s.text()
}
