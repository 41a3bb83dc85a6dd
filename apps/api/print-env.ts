import { writeFileSync } from 'node:fs';
import { describeConfig } from '@app/platform/config';

/** Prints every setting with its sentence into `.env.example`. */
writeFileSync(process.argv[2] ?? '.env.example', `# Every setting of Accord. None is needed to try it. Printed by "npm run env:example".\n\n${describeConfig()}`);
