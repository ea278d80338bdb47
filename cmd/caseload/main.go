package main

import (
	"context"
	"os"
)

func main() {
	os.Exit(invoke(newEdge(), os.Args[1:]))
}

// invoke runs one command line and returns the code to end with.
func invoke(e *edge, args []string) int {
	ctx, stop := e.interruptible(context.Background())
	defer stop()
	root := newRoot(e)
	root.SetArgs(args)
	command, err := root.ExecuteContextC(ctx)
	if err == nil {
		return exitDone
	}
	if !e.started {
		readShared(root, args)
	}
	return e.fail(explain(command, err, e.started))
}
