package scenarios

import "embed"

// Files are the shipped scenarios, regimes, markets and populations.
//
//go:embed *.yaml labs/*.yaml regimes/*.yaml markets/*.yaml populations/*.yaml populations/*.csv
var Files embed.FS
