package sim

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/binary"
	"encoding/gob"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"reflect"

	"caseload/agents"
	"caseload/policy"
)

// A checkpoint is a file with the whole state of an arm between two weeks. It begins with
// magic; then come the length, the bytes and the SHA-256 of a gob of its label, and gzip of
//
//   - every column of persons and of coaches: its name, the bytes of one value, the values;
//   - the districts; what observers remember; the SHA-256 of all this.
//
// Numbers are little-endian. What follows from the configuration (draws, constants, who
// arrives when) is not saved but made again, so that a run may go on beyond its horizon.
const magic = "caseload world 2\n"

// CheckpointName is the name of an arm's checkpoint in a run's folder.
func CheckpointName(week agents.Week, replicate int, arm string) string {
	return fmt.Sprintf("checkpoint-%04d/replicate=%04d/regime=%s.world", week, replicate, arm)
}

// label says what a checkpoint was saved from. The horizon is no part of it, nor is what
// the economy does later.
type label struct {
	Seed                          uint64
	Replicate, Persons            int
	Start                         policy.Date
	BurnIn, Week                  agents.Week
	Population, Market, Behaviour string
	Under, Regime, RegimeName     string
	Rows                          []int // of each district
	Coaches                       int
}

func newLabel(c *Config, r *Regime, week agents.Week) label {
	market := c.Market
	market.Path = market.Path[:min(max(int(c.BurnIn+week), 0), len(market.Path))]
	behaviour := []agents.Behaviour{c.Behaviour}
	if c.Later != nil {
		behaviour = append(behaviour, *c.Later)
	}
	return label{
		Seed: c.Seed, Replicate: c.Replicate, Persons: c.Persons, Start: c.Start, BurnIn: c.BurnIn,
		Population: fingerprint(c.Population), Market: fingerprint(market), Behaviour: fingerprint(behaviour),
		Under: c.Under.fingerprint(), Regime: r.fingerprint(), RegimeName: r.Name,
	}
}

// fingerprint is a hash of plain numbers and names. Printed floats are exact.
func fingerprint(v any) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%v", v))
	return hex.EncodeToString(sum[:])
}

func (r *Regime) fingerprint() string {
	sum := r.Plan.Digest()
	return hex.EncodeToString(sum[:])
}

// Mismatch is what is wrong with a checkpoint of another run.
type Mismatch string

func (m Mismatch) Error() string { return string(m) }

// check refuses a checkpoint of another run, and says what differs.
func (l *label) check(own label) error {
	for _, part := range []struct {
		what        string
		saved, here any
	}{
		{"seed", l.Seed, own.Seed}, {"replicate", l.Replicate, own.Replicate}, {"number of persons", l.Persons, own.Persons},
		{"start", l.Start, own.Start}, {"length of burn-in", l.BurnIn, own.BurnIn}, {"regime", l.RegimeName, own.RegimeName},
	} {
		if part.saved != part.here {
			return Mismatch(fmt.Sprintf("the checkpoint has %s %v and this run has %v", part.what, part.saved, part.here))
		}
	}
	for _, part := range []struct{ what, saved, here string }{
		{"population", l.Population, own.Population}, {"market", l.Market, own.Market}, {"behaviour of the market", l.Behaviour, own.Behaviour},
		{"regime of the burn-in", l.Under, own.Under}, {"regime " + own.RegimeName, l.Regime, own.Regime},
	} {
		if part.saved != part.here {
			return Mismatch(fmt.Sprintf("the checkpoint was saved under another %s", part.what))
		}
	}
	return nil
}

// Save writes a world between two weeks.
func Save(w *World, out io.Writer) error { return save(w, &memory{}, out) }

// Load makes the world that Save wrote, for a run of the same scenario with the same or
// another horizon. It refuses what is damaged, cut short or from another run.
func Load(c *Config, r *Regime, in io.Reader) (*World, error) {
	w, _, err := load(c, r, in)
	return w, err
}

// save writes a world with what its observers remember.
func save(w *World, m *memory, out io.Writer) error {
	l := newLabel(w.made, w.Regime, w.Week)
	l.Week, l.Coaches = w.Week, len(w.Coaches.ID)
	for k := range w.Districts {
		l.Rows = append(l.Rows, int(w.Districts[k].Last-w.Districts[k].First))
	}
	var head bytes.Buffer
	if err := gob.NewEncoder(&head).Encode(l); err != nil {
		return err
	}
	sum := sha256.Sum256(head.Bytes())
	start := binary.LittleEndian.AppendUint32([]byte(magic), uint32(head.Len()))
	if _, err := out.Write(append(append(start, head.Bytes()...), sum[:]...)); err != nil {
		return err
	}
	zip, err := gzip.NewWriterLevel(out, gzip.BestSpeed)
	if err != nil {
		return err
	}
	s := &saver{sum: sha256.New()}
	s.out = bufio.NewWriterSize(io.MultiWriter(zip, s.sum), 1<<16)
	s.world(w)
	s.memory(m)
	if s.err == nil {
		s.err = s.out.Flush()
	}
	if s.err == nil {
		_, s.err = zip.Write(s.sum.Sum(nil))
	}
	return errors.Join(s.err, zip.Close())
}

// saver writes and keeps the first failure.
type saver struct {
	out *bufio.Writer
	sum hash.Hash
	err error
}

func (s *saver) put(v any) {
	if s.err == nil {
		s.err = binary.Write(s.out, binary.LittleEndian, v)
	}
}

func (s *saver) text(t []byte) {
	s.put(uint32(len(t)))
	s.put(t)
}

// column writes one column of as many rows as the reader knows of.
func (s *saver) column(name string, column reflect.Value) {
	s.text([]byte(name))
	s.put(uint32(column.Type().Elem().Size()))
	s.put(column.Interface())
}

// savedDistrict is what of a district is plain numbers; its offices follow it.
type savedDistrict struct {
	Number                      int16
	First, Last, Next, Attached int32
	Offices                     int32
	LossLately                  float64
	Stock                       [agents.Statuses]int32
	Demand                      Demand
	Contacts                    [agents.Channels]Contacts
	Books                       Books
	Profiled                    Profiled
	OffFlow                     OffFlow
	Practice                    Practice
	FundSpent                   int64
}

func (s *saver) world(w *World) {
	w.People.Columns(func(name string, slice any) { s.column(name, reflect.ValueOf(slice).Elem()) })
	eachColumn(&w.Coaches, s.column)
	for k := range w.Districts {
		d := &w.Districts[k]
		s.put(savedDistrict{d.Number, d.First, d.Last, d.Next, d.Attached, int32(len(d.Offices)), d.LossLately, d.Stock, d.Demand, d.Contacts, d.Books, d.Profiled, d.OffFlow, d.Practice, d.FundSpent})
		s.put(d.Offices)
		s.put(uint32(len(d.Places)))
		s.put(d.Places)
		s.put(uint32(len(d.Circles)))
		s.put(d.Circles)
		s.put(uint32(len(d.Providers)))
		s.put(d.Providers)
		s.put(uint32(d.Vacancies.Len()))
		eachColumn(&d.Vacancies, s.column)
		mail := d.Sent(w.Week - 1)
		s.put([]float64{mail.Chance, mail.Rate})
		s.put([]uint32{uint32(len(mail.Letters)), uint32(len(mail.Offers)), uint32(len(mail.Answers))})
		s.put(mail.Letters)
		s.put(mail.Offers)
		s.put(mail.Answers)
	}
}

// eachColumn visits the exported slices of a struct in order. It runs when a world is
// saved or loaded, never in a week.
func eachColumn(columns any, visit func(name string, column reflect.Value)) {
	v := reflect.ValueOf(columns).Elem()
	for k := range v.NumField() {
		visit(v.Type().Field(k).Name, v.Field(k))
	}
}

// load reads a world with what its observers remember.
func load(c *Config, r *Regime, in io.Reader) (*World, *memory, error) {
	l, err := readLabel(in)
	if err != nil {
		return nil, nil, err
	}
	if err := l.check(newLabel(c, r, l.Week)); err != nil {
		return nil, nil, err
	}
	if l.Week > c.Horizon {
		return nil, nil, Mismatch(fmt.Sprintf("the checkpoint is of week %d and this run ends with week %d", l.Week, c.Horizon))
	}
	zip, err := gzip.NewReader(bufio.NewReaderSize(in, 1<<16))
	if err != nil {
		return nil, nil, damaged(err)
	}
	s := &loader{label: l, sum: sha256.New()}
	s.in = io.TeeReader(zip, s.sum)
	w := NewWorld(c)
	m := newMemory(w)
	s.world(w)
	rest := s.memory(w, m)
	if s.err == nil {
		s.err = s.checkSum(zip)
	}
	if s.err == nil && len(rest) > 0 {
		s.err = gob.NewDecoder(bytes.NewReader(rest)).Decode(&m.kept)
	}
	if s.err != nil {
		return nil, nil, damaged(s.err)
	}
	w.goOn(r, l.Week)
	return w, m, nil
}

func damaged(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the checkpoint is cut short")
	}
	return fmt.Errorf("the checkpoint is damaged: %w", err)
}

// mostLabel is more than any label takes.
const mostLabel = 1 << 16

func readLabel(in io.Reader) (label, error) {
	var l label
	start := make([]byte, len(magic)+4)
	if _, err := io.ReadFull(in, start); err != nil {
		return l, damaged(err)
	}
	if string(start[:len(magic)]) != magic {
		return l, errors.New("this is not a checkpoint of this version of caseload")
	}
	n := binary.LittleEndian.Uint32(start[len(magic):])
	if n > mostLabel {
		return l, damaged(errors.New("its label is too long"))
	}
	head := make([]byte, n+sha256.Size)
	if _, err := io.ReadFull(in, head); err != nil {
		return l, damaged(err)
	}
	if sum := sha256.Sum256(head[:n]); !bytes.Equal(sum[:], head[n:]) {
		return l, damaged(errors.New("the hash of its label does not agree"))
	}
	if err := gob.NewDecoder(bytes.NewReader(head[:n])).Decode(&l); err != nil {
		return l, damaged(err)
	}
	return l, nil
}

// goOn makes a world that was filled from a file ready for its next week.
func (w *World) goOn(r *Regime, week agents.Week) {
	w.Week, w.Regime, w.turning = week, r, turning(r.Plan)
	day := w.Day(week - 1)
	w.rules = r.Plan.On(day)
	w.rates = policy.RatesOn(r.Benefits, r.Tax, r.Wage, day)
	w.ratesChanged, w.regrade = false, false
	w.thresholds = r.Plan.InWork.On(&w.rates)
	w.changeHabits()
}
