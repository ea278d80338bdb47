// Package picture draws results as SVG, all in one style: heatmap.go a value over two
// levers. Style, fonts and colours are in style.go.
//
// Deliberately absent: numbers of its own. What is drawn is what a table says, and the
// table is always there beside it.
package picture
