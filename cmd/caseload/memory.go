package main

import (
	"math"
	"os"
	"runtime/debug"
	"strconv"
	"strings"

	"caseload/sim"
)

// unknownMemory is what a machine is taken to have that does not say.
const unknownMemory = 4 << 30

// memoryForWorlds is the bytes that worlds may take together: three quarters of what
// the machine, or the container this runs in, has to give.
func memoryForWorlds() int64 {
	free := int64(math.MaxInt64)
	if text, err := os.ReadFile("/proc/meminfo"); err == nil {
		free = min(free, meminfo(string(text)))
	}
	if text, err := os.ReadFile("/sys/fs/cgroup/memory.max"); err == nil {
		if limit, err := strconv.ParseInt(strings.TrimSpace(string(text)), 10, 64); err == nil {
			free = min(free, limit)
		}
	}
	if free == math.MaxInt64 {
		free = unknownMemory
	}
	return free / 4 * 3
}

// usualGrowth is that of the heap between two sweeps that Go starts with, in per cent.
const usualGrowth = 100

// sparing lets the heap of a large run grow by 16 MB, or by a twentieth where that is more, between two sweeps, until the run is
// over. Left to itself it would double, and half of the memory of worlds that take gigabytes would hold nothing.
func sparing(job *sim.Job) (over func()) {
	const growth = 16 << 20
	if os.Getenv("GOGC") != "" || len(job.Replicates) == 0 {
		return func() {}
	}
	worlds := sim.EstimateBytes(job.Config(job.Replicates[0])) * int64(min(job.Workers, len(job.Replicates)))
	debug.SetGCPercent(int(min(max(usualGrowth*growth/max(worlds, 1), 5), usualGrowth)))
	return func() { debug.SetGCPercent(usualGrowth) }
}

// meminfo finds what Linux says is available, in bytes.
func meminfo(text string) int64 {
	for line := range strings.Lines(text) {
		words := strings.Fields(line)
		if len(words) == 3 && words[0] == "MemAvailable:" {
			if kibibytes, err := strconv.ParseInt(words[1], 10, 64); err == nil {
				return kibibytes * 1024
			}
		}
	}
	return unknownMemory
}
