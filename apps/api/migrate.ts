import 'reflect-metadata';
import { loadConfig } from '@app/platform/config';
import { runMigrations } from '@app/platform/database';
import { openHouseDatabase } from '@app/platform/house';
import { features } from '../../libs/features.js';

const database = await openHouseDatabase(features, loadConfig());
const names = await runMigrations(database);
await database.source.destroy();
console.log(names.length > 0 ? `${names.length} changes to the tables applied` : 'the tables are up to date');
