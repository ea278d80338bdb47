package simtest

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"unsafe"

	"caseload/agents"
	"caseload/sim"
)

// Difference is a place where two worlds part.
type Difference struct {
	Week     agents.Week
	Stage    string // after which; empty when only whole weeks were compared
	Person   agents.PersonID
	Column   string
	Old, New any
}

func (d Difference) String() string {
	where := fmt.Sprintf("week %d", d.Week)
	if d.Stage != "" {
		where += ", after " + d.Stage
	}
	if d.Person >= 0 {
		where += fmt.Sprintf(", person %d", d.Person)
	}
	return fmt.Sprintf("%s, %s: %v became %v", where, d.Column, d.Old, d.New)
}

// Skip says which columns are not compared: of persons by name, of coaches with "coaches." before it.
type Skip map[string]bool

// Compare finds the first person, by row, in whom two worlds differ, and her first column
// that does; then the first coach and the first district. Nil means that they agree to
// the last bit. Rows are matched by person, so the worlds may hold them in another order
// or one of them more later arrivals.
func Compare(a, b *sim.World, skip Skip) *Difference {
	matches, inOrder := matched(a.People, b.People)
	others := map[string]reflect.Value{}
	b.People.Columns(func(name string, slice any) { others[name] = reflect.ValueOf(slice).Elem() })
	first, place := len(a.People.ID), (*Difference)(nil)
	a.People.Columns(func(name string, slice any) {
		if skip[name] {
			return
		}
		column, other := reflect.ValueOf(slice).Elem(), others[name]
		if inOrder && bytes.Equal(memory(column), memory(other)) {
			return
		}
		for i, j := range matches[:first] {
			if j < 0 {
				continue
			}
			if old, now := column.Index(i), other.Index(j); !old.Equal(now) {
				first = i
				place = &Difference{Week: a.Week, Person: a.People.ID[i], Column: name, Old: old.Interface(), New: now.Interface()}
				return
			}
		}
	})
	if place != nil {
		return place
	}
	return compareRest(a, b, skip)
}

// matched is the row in b of every person of a, -1 of who is not there, and whether all are in the same rows.
func matched(a, b *agents.Population) (rows []int, inOrder bool) {
	if slices.Equal(a.ID, b.ID) {
		rows = make([]int, len(a.ID))
		for i := range rows {
			rows[i] = i
		}
		return rows, true
	}
	of := map[agents.PersonID]int{}
	for j, id := range b.ID {
		of[id] = j
	}
	for _, id := range a.ID {
		j, both := of[id]
		if !both {
			j = -1
		}
		rows = append(rows, j)
	}
	return rows, false
}

// memory is the bytes of a column.
func memory(column reflect.Value) []byte {
	return unsafe.Slice((*byte)(column.UnsafePointer()), column.Len()*int(column.Type().Elem().Size()))
}

// compareRest compares what is not a person's.
func compareRest(a, b *sim.World, skip Skip) *Difference {
	differ := func(column string, old, now any) *Difference {
		return &Difference{Week: a.Week, Person: -1, Column: column, Old: old, New: now}
	}
	if len(a.Districts) != len(b.Districts) {
		return differ("number of districts", len(a.Districts), len(b.Districts))
	}
	old, now := reflect.ValueOf(a.Coaches), reflect.ValueOf(b.Coaches)
	for k := range old.NumField() {
		if x, y := old.Field(k).Interface(), now.Field(k).Interface(); !skip["coaches."+old.Type().Field(k).Name] && !reflect.DeepEqual(x, y) {
			return differ("coaches."+old.Type().Field(k).Name, x, y)
		}
	}
	for k := range a.Districts {
		x, y := &a.Districts[k], &b.Districts[k]
		books, theirs := x.Books, y.Books
		if skip["Sanctioned"] {
			books.Sanctioned, theirs.Sanctioned = 0, 0
		}
		for _, part := range []struct {
			name     string
			old, now any
		}{
			{"demand", x.Demand, y.Demand}, {"vacancies", x.Vacancies, y.Vacancies}, {"mail", posted(a, x), posted(b, y)}, {"books", books, theirs}, {"loss lately", x.LossLately, y.LossLately}, {"offices", x.Offices, y.Offices},
			{"claimants", x.Stock[agents.Claimant], y.Stock[agents.Claimant]}, {"arrived", x.Next - x.First, y.Next - y.First},
		} {
			if !reflect.DeepEqual(part.old, part.now) {
				return differ(fmt.Sprintf("district %d, %s", x.Number, part.name), part.old, part.now)
			}
		}
	}
	return nil
}

// posted is what a district sent out in the last week, without the rows of persons.
func posted(w *sim.World, d *sim.District) string {
	mail := d.Sent(w.Week - 1)
	letters, offers := slices.Clone(mail.Letters), slices.Clone(mail.Offers)
	for k := range letters {
		letters[k].Row = 0
	}
	for k := range offers {
		offers[k].Row = 0
	}
	return fmt.Sprint(mail.Chance, mail.Rate, letters, offers, mail.Answers)
}

// Lockstep simulates two worlds stage by stage until they differ or reach a week, and
// returns the first difference. It is slow; use it to explain a digest that changed.
func Lockstep(a, b *sim.World, until agents.Week, skip Skip) (*Difference, error) {
	if d := Compare(a, b, skip); d != nil {
		return d, nil
	}
	for a.Week < until {
		var snapshots []*sim.World
		if err := a.Trace(func(string) { snapshots = append(snapshots, a.Clone()) }); err != nil {
			return nil, err
		}
		var found *Difference
		stage := 0
		err := b.Trace(func(name string) {
			if found == nil {
				if found = Compare(snapshots[stage], b, skip); found != nil {
					found.Stage = name
				}
			}
			stage++
		})
		if found != nil || err != nil {
			return found, err
		}
	}
	return nil, nil
}
