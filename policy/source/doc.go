// Package source reads the YAML files of a policy.
package source
