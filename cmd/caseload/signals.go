package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// interruptible returns a context that the first SIGINT or SIGTERM cancels. A
// second one removes what is half-written and leaves at once.
func (e *edge) interruptible(parent context.Context) (ctx context.Context, stop func()) {
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	ctx, cancel := context.WithCancel(parent)
	go e.watch(signals, cancel, os.Exit)
	return ctx, func() {
		signal.Stop(signals)
		close(signals)
		cancel()
	}
}

// watch acts on signals until their channel is closed.
func (e *edge) watch(signals <-chan os.Signal, cancel context.CancelFunc, end func(code int)) {
	if _, open := <-signals; !open {
		return
	}
	e.note("stopping; once more to leave at once")
	cancel()
	if _, open := <-signals; !open {
		return
	}
	e.leave()
	end(exitInterrupted)
}
