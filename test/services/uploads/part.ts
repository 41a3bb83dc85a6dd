import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { aTeam } from '@app/discussions/testing/index.js';
import { aDocument, aPdf, aPng, aVideo, EICAR } from '@app/platform/files/testing/index.js';
import { pause } from '../../faults/mail/process.js';
import { type HostileFile, hostileFiles } from '../../hostile/hostile-files.js';
import { type Installation, install } from '../setup/accord.js';
import { MailSink } from '../setup/letters.js';
import { Member } from '../setup/member.js';
import { heldBy, MemoryWatch } from '../setup/memory.js';
import { OwnClamd } from '../setup/own-clamd.js';
import type { Bench, Part } from '../setup/part.js';
import { aSession, withServices } from '../setup/seed.js';
import { post, send, settled } from './sender.js';

const MB = 1024 * 1024;
/** What all hostile files together may cost the api, the worker and the processes that open files. */
const MEMORY_MB = 200;
/** Beyond what clamd looks at unless it is told. */
const LONG_FILM = 120 * MB;
/** More than a worker does at once. */
const HANGING = 8;
const CODE_MS = 10_000;
/** How long a file is watched of which nothing may come. */
const WATCH_MS = 5000;

/** The built product with ClamAV's own daemon behind it, under every hostile file that the tests know, and films longer than clamd looks at by itself. */
export const uploads: Part = {
  name: 'uploads',
  minutes: { quick: 7, full: 10 },
  async run(bench) {
    const clamd = await OwnClamd.start(bench.folder);
    bench.later(() => clamd.stop('SIGKILL'));
    const sink = await MailSink.open();
    bench.later(() => sink.close());
    const house = await install(bench, { databaseUrl: await bench.database(), smtp: sink.smtp, more: { CLAMAV_URL: clamd.url } });
    const [ana, bea] = await people(house);
    await hostile(bench, house, ana, bea);
    await packed(bench, ana, bea);
    await away(bench, clamd, ana, bea);
    await hanging(bench, clamd, sink, ana, bea);
    await films(bench, house, clamd, ana, bea);
    const dead = [...house.apis, ...house.workers].filter(({ unasked }) => unasked !== null);
    bench.report.check('every process lived to the end', dead.length === 0, dead.map((one) => `${one.name}: ${one.unasked}`));
  },
};

async function people({ env, apis }: Installation): Promise<[Member, Member]> {
  return withServices(env, async (house) => {
    const one = async (email: string, from: string): Promise<Member> => {
      await aTeam(house, { superintendent: email });
      return new Member(apis[0]?.address ?? '', email, from).withCookie(await aSession(house, email));
    };
    return [await one('ana@maple.example', '10.0.0.1'), await one('bea@cedar.example', '10.0.0.2')];
  });
}

/** The address of a file that was sent and posted; throws when it was not taken. */
async function share(member: Member, name: string, bytes: Buffer, inPieces = false): Promise<string> {
  const posted = await post(member, await send(member, name, bytes, inPieces));
  if ('problem' in posted) throw new Error(`${name}: ${posted.problem}`);
  return posted.path;
}

async function hostile({ report }: Bench, house: Installation, ana: Member, bea: Member): Promise<void> {
  const pids = (): number[] => [...house.apis, ...house.workers].flatMap(({ pid }) => pid ?? []);
  // Whatever starts for the first time does so before it is measured.
  for (const [name, bytes] of [['warm.pdf', aPdf('Warm', ['Words'])], ['warm.png', aPng()], ['warm.docx', aDocument({ sections: [{ lines: ['Words'] }] })]] as const) await settled(bea, await share(ana, name, bytes));
  await pause(2000);
  const before = heldBy(pids());
  const watch = new MemoryWatch(pids);
  const wrong: string[] = [];
  const taken: { file: HostileFile; path: string }[] = [];
  for (const [at, file] of hostileFiles.entries()) {
    const answer = await send(ana, file.name, file.bytes(), at % 5 === 0);
    if (file.fate === 'refused') {
      if (![413, 422].includes(answer.status) || !answer.message?.endsWith('.')) wrong.push(`${file.what}: ${answer.status} ${answer.message}`);
      continue;
    }
    const posted = await post(ana, answer);
    if ('problem' in posted) wrong.push(`${file.what}: ${posted.problem}`);
    else taken.push({ file, path: posted.path });
  }
  report.check(`of ${hostileFiles.length} hostile files, ${hostileFiles.length - taken.length} refused in words and ${taken.length} taken`, wrong.length === 0, wrong);
  const handed: string[] = [];
  for (const { file, path } of taken) {
    const { status, headers } = await settled(bea, path);
    const attachment = /^attachment; filename="[\x20-\x7E]+"/.test(headers.get('content-disposition') ?? '') && headers.get('content-security-policy')?.includes('sandbox') && headers.get('x-content-type-options') === 'nosniff';
    const good = file.fate === 'infected' ? status === 410 : status === 200 && attachment && !/html|svg|xml;|javascript/.test(headers.get('content-type') ?? '');
    if (!good) handed.push(`${file.what}: ${status} ${headers.get('content-disposition')} ${headers.get('content-type')}`);
  }
  report.check('what clamd finds is gone for everybody, the rest is an attachment that runs nothing', handed.length === 0, handed);
  await pause(3000);
  watch.end();
  const more = Math.round((watch.most - before) / MB);
  report.check(`they cost less than ${MEMORY_MB} MB of memory`, before > 0 && more < MEMORY_MB, `at rest ${Math.round(before / MB)} MB, at most ${more} MB more`);
}

/** The stand-in of the tests sees bytes; clamd opens what is packed. */
async function packed({ report }: Bench, ana: Member, bea: Member): Promise<void> {
  const letter = new ZipFile();
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const parts = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    'word/document.xml': '<document/>',
    'word/note.txt': `${'Words before it, so that it is packed. '.repeat(40)}${EICAR.toString('latin1')}`,
  };
  for (const [name, text] of Object.entries(parts)) letter.addBuffer(Buffer.from(text, 'latin1'), name);
  letter.end();
  const bytes = await buffer(letter.outputStream);
  if (bytes.includes('EICAR-STANDARD')) throw new Error('the letter is not packed, and proves nothing');
  const { status } = await settled(bea, await share(ana, 'packed.docx', bytes));
  report.check('what is harmful in a packed part of a letter is found', status === 410, status);
}

async function away({ report }: Bench, clamd: OwnClamd, ana: Member, bea: Member): Promise<void> {
  await clamd.stop('SIGKILL');
  const [clean, harmful] = [await share(ana, 'away.txt', Buffer.from('Sent while nobody looks')), await share(ana, 'away-too.txt', EICAR)];
  const during = [await settled(bea, clean, WATCH_MS), await settled(bea, harmful, 0), await settled(ana, clean, 0)].map(({ status }) => status);
  report.check('while clamd is dead nobody gets a file, not even who sent it', during.every((status) => status === 423), during);
  await clamd.start();
  const began = Date.now();
  const after = [await settled(bea, clean, 120_000), await settled(bea, harmful, 30_000)].map(({ status }) => status);
  report.check('once it is back each has its answer, and nobody has to do anything', after[0] === 200 && after[1] === 410, `${after.join(', ')} after ${Math.round((Date.now() - began) / 1000)} s`);
}

/** More files than a worker does at once wait for a clamd that takes their bytes and says nothing. */
async function hanging({ report }: Bench, clamd: OwnClamd, sink: MailSink, ana: Member, bea: Member): Promise<void> {
  clamd.hang();
  const paths: string[] = [];
  for (let n = 0; n < HANGING; n += 1) paths.push(await share(ana, `hanging-${n}.txt`, Buffer.from(`Sent while clamd hangs, number ${n}`)));
  await pause(1000);
  const began = Date.now();
  const said = await new Member(ana.address, 'ana@maple.example', '10.0.0.9').signIn(sink).then(() => 'it came', (error: unknown) => String(error));
  const took = Date.now() - began;
  report.check(`while clamd hangs over ${HANGING} files a code to sign in comes within ${CODE_MS / 1000} s`, said === 'it came' && took < CODE_MS, `${said}, ${took} ms`);
  clamd.goOn();
  const after = await Promise.all(paths.map((path) => settled(bea, path, 180_000)));
  report.check('and once it goes on, each of them is handed out', after.every(({ status }) => status === 200), after.map(({ status }) => status));
}

async function films({ report }: Bench, house: Installation, clamd: OwnClamd, ana: Member, bea: Member): Promise<void> {
  const film = aVideo(LONG_FILM);
  const bad = Buffer.concat([film, EICAR]);
  const [good, harmful] = [await share(ana, 'long.mp4', film, true), await share(ana, 'long-too.mp4', bad, true)];
  const said = [await settled(bea, good), await settled(bea, harmful)].map(({ status }) => status);
  report.check('a film of 120 MB is looked at to its end', said[0] === 200 && said[1] === 410, said);

  await clamd.stop('SIGTERM');
  await clamd.start({ limits: { StreamMaxLength: '500M', AlertExceedsMax: 'yes' } });
  const waiting = await settled(bea, await share(ana, 'longer.mp4', film, true), WATCH_MS);
  const log = await readFile(join(house.data, 'worker-1', 'logs', 'worker.log'), 'utf8');
  report.check('one that clamd does not look at to its end waits, and the log says why', waiting.status === 423 && log.includes('Heuristics.Limits.Exceeded'), waiting.status);

  await clamd.stop('SIGTERM');
  await clamd.start({ limits: { StreamMaxLength: '500M' } });
  const unseen = await settled(bea, await share(ana, 'unseen.mp4', bad, true));
  report.check('mutant with clamd’s own limits: caught, what is harmful at the end of a long film is handed out', unseen.status === 200, unseen.status);

  await clamd.stop('SIGTERM');
  await clamd.start({ blind: true });
  const blind = await settled(bea, await share(ana, 'blind.txt', EICAR));
  report.check('mutant whose clamd knows nothing: caught, what is harmful is handed out', blind.status === 200, blind.status);
}
