package agents

// Week counts from the run's week 0; burn-in weeks are negative. Sixteen bits hold six
// centuries, and halve the columns that hold weeks.
type Week int16

// Pence is an amount of money. Nothing is ever paid in parts of a penny.
type Pence int64

// PersonID is a person's name in every table. It never depends on the regime.
type PersonID int32

// GroupID is a conditionality group: 0 is "no requirement", others are the regime's
// groups in the order in which they are written, from 1.
type GroupID uint8

// Cycle says in which week of thirteen the assessment periods of a claim began, so that a
// look at the calendar tells when one ends: see policy.Calendar.
type Cycle uint8

// Never is a week that does not come.
const Never Week = 1<<15 - 1
