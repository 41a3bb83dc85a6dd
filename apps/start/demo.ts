import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from './program.js';

/** One of the demo's invented people. */
export interface DemoPerson {
  name: string;
  role: string;
  district: string;
  email: string;
}

/** Plants the demo's story if it is not there yet and returns its people. */
export async function plantDemo(data: string, env: NodeJS.ProcessEnv): Promise<DemoPerson[]> {
  const file = join(data, 'demo.json');
  const printed = await runProgram('apps/api/demo.js', env, 'Telling the demo story');
  // The program may log before it answers: the answer is the line that is a list or holds one.
  const answer = printed.split('\n').map(peopleIn).findLast((people) => people !== null);
  if (answer) await writeFile(file, JSON.stringify(answer, null, 2));
  return answer ?? plantedPeople(data);
}

/** The people of a demo that has been planted before. */
export async function plantedPeople(data: string): Promise<DemoPerson[]> {
  return peopleIn(await readFile(join(data, 'demo.json'), 'utf8').catch(() => '')) ?? [];
}

function peopleIn(text: string): DemoPerson[] | null {
  try {
    const value = JSON.parse(text) as DemoPerson[] | { people?: DemoPerson[] };
    if (Array.isArray(value)) return value;
    return Array.isArray(value.people) ? value.people : null;
  } catch {
    return null;
  }
}

/** The people as lines of a table, for the terminal. */
export function tableOf(people: DemoPerson[]): string[] {
  const columns = (['name', 'role', 'district', 'email'] as const).map((key) => ({ key, width: Math.max(0, ...people.map((person) => (person[key] ?? '').length)) }));
  return people.map((person) => columns.map(({ key, width }) => (person[key] ?? '').padEnd(width)).join('  ').trimEnd());
}
