package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

func newHelp() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "what a command does, as COMMAND --help",
		RunE: func(c *cobra.Command, words []string) error {
			about, rest, err := c.Root().Find(words)
			if err != nil {
				return explain(c.Root(), err, false)
			}
			if len(rest) > 0 {
				return explain(about, fmt.Errorf("unknown command %q", rest[0]), false)
			}
			about.InitDefaultHelpFlag()
			return about.Help()
		},
	}
}

// takes checks how many arguments follow a command; what names one of them.
func takes(what string, least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, words []string) error {
		see := fmt.Sprintf("%q shows how it is used", c.CommandPath()+" --help")
		switch {
		case len(words) < least:
			return wrong(see, "%q needs a %s", c.CommandPath(), what)
		case most == 0 && len(words) > 0:
			return wrong(see, "%q takes nothing after it, not %q", c.CommandPath(), words[0])
		case most > 0 && len(words) > most:
			return wrong(see, "%q takes a single %s; %q is one too many", c.CommandPath(), what, words[most])
		}
		return nil
	}
}

// examplesOf takes the first example of each command, so that the overview
// shows nothing that a command does not.
func examplesOf(root *cobra.Command) string {
	var lines []string
	for _, c := range root.Commands() {
		if first, _, _ := strings.Cut(c.Example, "\n"); first != "" {
			lines = append(lines, first)
		}
	}
	return strings.Join(lines, "\n")
}

// usageTemplate is the help below a command's description.
const usageTemplate = `Usage:
  {{if .Runnable}}{{.UseLine}}{{else}}{{.CommandPath}} COMMAND [flags]{{end}}{{if .HasExample}}

Examples:
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

Commands:{{range .Commands}}{{if or .IsAvailableCommand (eq .Name "help")}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Flags:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

Flags of every command:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

{{.CommandPath}} COMMAND --help says more about a command.{{end}}
`
