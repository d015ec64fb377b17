// A double in a process of its own, so that it can be frozen (SIGSTOP) and killed (SIGKILL) as no double within the test can be. Started
// by child.ts. Says one line of JSON on its standard output; ends with its standard input. A TEST DOUBLE WITHOUT DURABILITY: what it held
// is gone with the process.
import { startDouble } from './double.js'

const [port = '0', ...flags] = process.argv.slice(2)

const double = await startDouble({
  port: Number(port),
  tls: flags.includes('tls'),
  batchAppend: !flags.includes('unary'),
})
process.stdout.write(`${JSON.stringify({ connectionString: double.connectionString, port: double.port })}\n`)
// Whoever started it holds the other end: without him it must not live on.
process.stdin.resume()
process.stdin.once('end', () => process.exit(0))
