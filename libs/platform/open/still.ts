import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ReactNode } from 'react';
import { Contributions } from '@app/platform/feature';
import { openShelves } from './open.js';
import { plainWord, stillPage } from './page.js';
import { OpenShell } from './shell.js';
import { words } from './words.js';

/** A page with a form, or the word after it. */
export interface StillView {
  title: string;
  lead?: string;
  body?: ReactNode;
}

/** Pages that stay as they are sent, with scripts and without: forms for visitors. Nobody keeps them and no crawler lists them. */
@Injectable()
export class StillPages {
  constructor(
    private readonly shell: OpenShell,
    private readonly contributions: Contributions,
  ) {}

  send(reply: FastifyReply, view: StillView, status = 200): FastifyReply {
    return this.page(reply, status, stillPage(this.shell, view, this.sections));
  }

  /** What is not there and what is not for everybody, in the same bytes. */
  nothing(reply: FastifyReply): FastifyReply {
    return this.page(reply, 404, plainWord(this.shell, words.missingTitle, words.missingText, this.sections));
  }

  private page(reply: FastifyReply, status: number, html: string): FastifyReply {
    return reply.code(status).header('cache-control', 'private, no-store').type('text/html; charset=utf-8').send(html);
  }

  private get sections() {
    return this.contributions.of(openShelves).map(({ title, path }) => ({ title, path }));
  }
}
