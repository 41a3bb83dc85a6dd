import { createRequire } from 'node:module';

/** An S3 store on the loopback address, in the folder and on the port given (0 is any); prints its port and ends when its input closes. */
const S3rver = createRequire(import.meta.url)('@20minutes/s3rver');
// It forgets the slash that the client signs after a bucket's name; signatures of objects it reads rightly.
const allowMismatchedSignatures = true;
const server = new S3rver({ allowMismatchedSignatures, port: Number(process.argv[3] ?? 0), address: '127.0.0.1', silent: true, vhostBuckets: false, directory: process.argv[2], configureBuckets: [{ name: 'accord' }] });
const { port } = await server.run();
process.stdout.write(`${port}\n`);
process.stdin.resume();
process.stdin.once('end', () => process.exit(0));
