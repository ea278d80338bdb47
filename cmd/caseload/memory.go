package main

import (
	"math"
	"os"
	"strconv"
	"strings"
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
