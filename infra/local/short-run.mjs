// For a process that computes once and ends: a third of its time goes into compiling code that then hardly runs.
// Called functions are compiled by themselves and not once more inside each caller, and a running loop waits for its
// compiled form instead of going on slowly meanwhile: 164 ms of CPU become 124 at 20,000 people, at 200,000 it is all one.
import { setFlagsFromString } from 'node:v8'

setFlagsFromString('--max-inlined-bytecode-size-cumulative=0')
setFlagsFromString('--no-concurrent-osr')
