import { Inject, Injectable } from '@nestjs/common';
import { type Config, publicUrl } from '@app/platform/config';
import { cleanFileName } from '@app/platform/files';
import type { Viewer } from '@app/people';
import { Signatures } from '../signatures.service.js';
import { receiptPdf } from './receipt-pdf.js';

/** Something to keep of an act. */
export interface ReceiptFile {
  name: string;
  bytes: Buffer;
}

/** What somebody who may read an act can take away from it: its receipt, and the very document that was hashed. */
@Injectable()
export class Receipts {
  constructor(
    @Inject('CONFIG') private readonly config: Config,
    private readonly signatures: Signatures,
  ) {}

  async pdf(viewer: Viewer | null, actId: string): Promise<ReceiptFile | null> {
    const act = await this.signatures.find(viewer, actId);
    return act && { name: named(act, 'pdf'), bytes: await receiptPdf(act, `${publicUrl(this.config)}/acts/${act.id}`) };
  }

  async document(viewer: Viewer | null, actId: string): Promise<ReceiptFile | null> {
    const act = await this.signatures.find(viewer, actId);
    return act && { name: named(act, 'txt'), bytes: Buffer.from(act.document, 'utf8') };
  }
}

function named({ title, version }: { title: string; version: number }, ending: string): string {
  return cleanFileName(`${title.replaceAll('/', '-')}, version ${version}.${ending}`);
}
