// Package picture draws results as SVG, all in one style: heatmap.go a value over two
// levers, curves.go lines over time with bands, dots.go values with intervals, flows.go
// people moving between states. Style, fonts and colours are in style.go, what tells series
// apart in series.go, marks of axes in ticks.go.
//
// Deliberately absent: numbers of its own. What is drawn is what a table says, and the
// table is always there beside it.
package picture
