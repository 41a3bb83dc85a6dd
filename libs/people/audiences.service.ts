import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { Contributions } from '@app/platform/feature';
import { keysFrom, viewerParts, type ViewerPart } from './viewer.js';

interface PartsRow {
  id: string;
  is_steward: boolean;
  parts: Record<string, unknown>;
}

/** Who belongs to which audiences at this moment, for mail and other things that happen while nobody is asking. */
@Injectable()
export class Audiences {
  private readonly parts: ViewerPart[];

  constructor(
    private readonly db: Database,
    contributions: Contributions,
  ) {
    this.parts = contributions.of(viewerParts);
  }

  /** The audience keys of accounts, by account: the same that each would hold when signed in. One statement. */
  async keysOf(accountIds: readonly string[]): Promise<Map<string, readonly string[]>> {
    const parts = this.parts.map((part) => `'${part.name}', (${part.sql})`).join(', ');
    const rows = await this.db.query<PartsRow>(`select a.id, a.is_steward, jsonb_build_object(${parts}) as parts from account a where a.id = any($1::uuid[])`, [accountIds]);
    return new Map(rows.map((row) => [row.id, keysFrom(this.parts, row.is_steward, row.parts)]));
  }
}
