// Package source is the strict reader of caseload's YAML files.
//
// It knows nothing of policy. A kind of file (scenario, regime, population,
// market) is described once, by a struct with tags, in the package that owns
// it; from the tags one walker fills the struct, words the mistakes, prints the
// file back and writes its JSON Schema:
//
//	type Interview struct {
//		At       source.Position
//		Every    source.Quantity `file:"every" unit:"weeks" min:"1" max:"1 year" doc:"Time between two interviews."`
//		Channel  source.Text     `file:"channel,optional" oneof:"office,telephone" doc:"How it is held."`
//	}
//
//	regime := policy.Regime{}
//	tree, diagnostics := library.Load("regime", "jobs-first", &regime, []string{"taper=55%"})
//
// # Tags
//
//	file     the key, with ",optional" where it may be absent; "-" keeps a Go field out
//	doc      one sentence; Gaps lists the keys without one
//	words    what the key is called in a sentence, where its own words do not do
//	unit     what a Quantity is in; the value is in this unit whatever was written
//	         weeks (also days, months of 52/12 weeks, years of 52), days (weeks), minutes (hours),
//	         years (months), share (40% is 0.4), share/week, /week, count, number,
//	         any plural noun ("miles", "applications/week"), and money: £, £/week, £/month and
//	         so on, always in pence
//	bare     "true" where the key names the unit, so a plain number is written and nothing else
//	whole    "true" where the value is an integer in its unit; a count always is
//	min max  hard limits, ends included; above and below without the end. In the unit of the
//	         value (pence for money), or written as in a file: max:"£2000/month"
//	oneof    the words a Text can be, with commas between
//	refers   a kind of file: the field, a *struct or a slice of structs, takes the name of
//	         such a file or a mapping in its place
//	replaces keys beside it, with commas between: lists that are empty where they would only
//	         be inherited and this field is not
//	pairs    "true" for a list of two texts each: a mapping of the first to the second may stand
//	         in its place
//
// A field of type Position named At is filled with the place of the mapping, and
// in a file kind a Text named Name with the name of the file; both have no tag.
// Embedded structs are flattened. The keys kind, name, extends and source belong
// to the reader. A struct may have a method Check(*Checker), called when nothing
// in it is wrong. A tag that makes no sense panics when the shape is first used.
//
// # How to read the package
//
// In the order of a file's way through it:
//
//	library.go     Load: the whole way on one page; where files come from
//	bytes.go       what is refused before YAML is parsed
//	yaml.go        bytes to nodes; the only file that imports yaml.v3
//	node.go        the nodes, which nothing changes later
//	resolve.go     extends and references: files in the place of their names
//	merge.go       a child file on its parent; whose source a number has
//	set.go         path=value from the command line
//	shape.go       what the tags say
//	fill.go        nodes into structs; fillnumber.go, number.go, unit.go, date.go for the leaves
//	check.go       what a Check method can say
//	compare.go     what two files do not share
//	tree.go        the resolved file as YAML; numbers.go every number in it
//	schema.go      the same tags as JSON Schema
//	messages.go    everything that can be wrong, in one place
//	diagnostic.go  how it is shown; suggest.go near misses
//
// # Why
//
// Files are merged as trees before anything is filled, so that a resolved
// scenario is one tree, which can be printed and read again. Paths in messages
// are those of the file in which the mistake stands, not of the merged tree,
// because that is where its author has to look.
//
// A number takes its source from the file in which it is written: a child that
// changes a number without saying why must not seem to have the evidence of its
// parent. A resolved file then needs a way to say that a number has none, which
// is source: none.
//
// A part that is absent is inherited, so doing without it needs a word: none, for
// any mapping or list that is optional. It leaves no trace in the resolved file.
//
// # What is deliberately absent
//
// Defaults: a required key stands in the file or in what it extends. Anchors,
// aliases, merge keys, tags and several documents: files share through extends.
// Expressions, environment variables and templates: a file is what it says.
// Writing into a user's file: the tree prints what was understood, not comments.
package source
