package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

const completionHelp = `Print a script that lets the shell complete commands and flags on the tab key.

  bash        source <(caseload completion bash)
  zsh         source <(caseload completion zsh)
  fish        caseload completion fish | source
  powershell  caseload completion powershell | Out-String | Invoke-Expression

Put that line into the file that your shell reads when it starts.`

func newCompletion(e *edge) *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return offering(&cobra.Command{
		Use:       "completion SHELL",
		Short:     "let the shell complete commands and flags",
		Long:      completionHelp,
		ValidArgs: shells,
		Args:      takes("SHELL ("+strings.Join(shells, ", ")+")", 1, 1),
		RunE: func(c *cobra.Command, words []string) error {
			var script bytes.Buffer
			var err error
			switch root := c.Root(); words[0] {
			case "bash":
				err = root.GenBashCompletionV2(&script, true)
			case "zsh":
				err = root.GenZshCompletion(&script)
			case "fish":
				err = root.GenFishCompletion(&script, true)
			case "powershell":
				err = root.GenPowerShellCompletionWithDesc(&script)
			default:
				return wrong("shells: "+strings.Join(shells, ", "), "there is no completion for %q", words[0])
			}
			if err != nil {
				return err
			}
			if _, err := fmt.Fprint(e.out, script.String()); err != nil {
				return plainly(err, "standard output")
			}
			return nil
		},
	}, formatText)
}
