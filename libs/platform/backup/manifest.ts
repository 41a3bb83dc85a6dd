import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

export const MANIFEST = 'manifest.json';

const count = z.number().int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const manifestSchema = z.object({
  accord: z.literal('backup'),
  form: z.literal(1),
  takenAt: z.string(),
  server: z.string(),
  /** The migrations that made the tables, oldest first. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string().regex(/^[a-z_][a-z0-9_]*$/), columns: z.array(z.string()), rows: count, hash: z.string(), bytes: count, sha256 })),
  sequences: z.array(z.object({ name: z.string().regex(/^[a-z_][a-z0-9_]*$/), last: z.string().nullable() })),
  files: z.array(z.object({ name: z.string().regex(/^[0-9a-f]{48}$/), size: count, sha256 })),
  /** Whether the secret key lay in a file, and so belongs to the copy. */
  secretKey: z.boolean(),
});

/** What a backup holds, in numbers that can be counted again. */
export type Manifest = z.infer<typeof manifestSchema>;
export type TableEntry = Manifest['tables'][number];

/** Reads the manifest of a backup; throws in words when there is none or it is of another kind. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new Error(`${folder} holds no backup: there is no ${MANIFEST} in it.`);
  });
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    throw new Error(`${join(folder, MANIFEST)} is damaged, or was written by another version of Accord.`);
  }
}
