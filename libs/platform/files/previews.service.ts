import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';

export interface Preview {
  storedName: string;
  size: number;
  width: number;
  height: number;
}

/** What the first page of a file looks like. */
@Injectable()
export class Previews {
  constructor(private readonly db: Database) {}

  find(fileId: string): Promise<Preview | null> {
    return this.db.one<Preview>(`select stored_name as "storedName", size, width, height from file_preview where file_id = $1`, [fileId]);
  }
}
