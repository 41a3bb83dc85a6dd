import { pause } from '../../faults/mail/process.js';
import type { Member } from '../setup/member.js';

const PIECE_BYTES = 16 * 1024 * 1024;

/** What became of a file that was sent. */
export interface Sent {
  status: number;
  fileId?: string;
  message?: string;
}

/** By one of the two ways in: in one go, or in pieces. */
export async function send(member: Member, name: string, bytes: Buffer, inPieces = false): Promise<Sent> {
  if (!inPieces) {
    const answer = await fetch(`${member.address}/files`, { method: 'PUT', headers: { ...member.headers, 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) }, body: bytes as unknown as string });
    return { status: answer.status, ...said(await answer.text()) };
  }
  const ask = (method: string, path: string, more: Record<string, string>, body?: Buffer): Promise<Response> =>
    fetch(`${member.address}${path}`, { method, headers: { ...member.headers, 'tus-resumable': '1.0.0', ...more }, ...(body ? { body: body as unknown as string } : {}) });
  const opened = await ask('POST', '/uploads', { 'upload-length': String(bytes.length), 'upload-metadata': `filename ${Buffer.from(name).toString('base64')}` });
  if (opened.status !== 201) return { status: opened.status, ...said(await opened.text()) };
  const path = new URL(opened.headers.get('location') ?? '', member.address).pathname;
  for (let at = 0; ; at += PIECE_BYTES) {
    const answer = await ask('PATCH', path, { 'upload-offset': String(at), 'content-type': 'application/offset+octet-stream' }, bytes.subarray(at, at + PIECE_BYTES));
    if (at + PIECE_BYTES >= bytes.length || answer.status >= 300) return { status: answer.status, ...said(await answer.text()) };
  }
}

function said(body: string): Omit<Sent, 'status'> {
  return body.startsWith('{') ? (JSON.parse(body) as Omit<Sent, 'status'>) : {};
}

/** Posts a file that has come, so that others may ask for it; answers its address, or why it was not taken. */
export async function post(member: Member, { fileId, message }: Sent): Promise<{ path: string } | { problem: string }> {
  if (!fileId) return { problem: message ?? 'no file' };
  try {
    const { file } = await member.act<{ file: { path: string } }>('postResource', { form: 'file', title: 'A file', summary: '', audience: 'members', fileId }, '... on Resource { file { path } }');
    return { path: file.path };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

/** What somebody is answered who asks for a file, without waiting for its bytes. */
async function ask(member: Member, path: string): Promise<{ status: number; headers: Headers }> {
  const { status, headers, body } = await fetch(`${member.address}${path}`, { headers: member.headers });
  await body?.cancel();
  return { status, headers };
}

/** As {@link ask}, once the scanner has said something of the file, or after `ms`. */
export async function settled(member: Member, path: string, ms = 90_000): Promise<{ status: number; headers: Headers }> {
  for (const until = Date.now() + ms; ; await pause(200)) {
    const answer = await ask(member, path);
    if (answer.status !== 423 || Date.now() > until) return answer;
  }
}
