import { readFileSync } from 'node:fs';
import { DockerfileParser, ModifiableInstruction } from 'dockerfile-ast';

/** One line of a Dockerfile: what to do, and with what. */
export interface Step {
  keyword: string;
  /** Everything after the keyword and its flags. */
  words: string[];
  /** As it stands, for a shell. */
  text: string;
  flags: Record<string, string>;
}

/** One image of a Dockerfile. */
export interface Stage {
  name: string;
  from: string;
  steps: Step[];
}

/** The stages of a Dockerfile, in their order. */
export function stagesOf(path: string): Stage[] {
  const stages: Stage[] = [];
  for (const instruction of DockerfileParser.parse(readFileSync(path, 'utf8')).getInstructions()) {
    const keyword = instruction.getKeyword();
    const words = instruction.getArguments().map((word) => word.getValue());
    if (keyword === 'FROM') {
      stages.push({ name: words[2] ?? '', from: words[0] ?? '', steps: [] });
      continue;
    }
    const flags = instruction instanceof ModifiableInstruction ? Object.fromEntries(instruction.getFlags().map((flag) => [flag.getName(), flag.getValue() ?? ''])) : {};
    stages.at(-1)?.steps.push({ keyword, words, text: instruction.getRawArgumentsContent() ?? '', flags });
  }
  return stages;
}
