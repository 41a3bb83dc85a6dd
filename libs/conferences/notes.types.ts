import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, Max, Min } from 'class-validator';
import { Id, Lines, MutationInput, resultOf } from '@app/platform/graphql';
import { NOTE_MAX } from './contract/limits.js';

@ObjectType('ConferenceNote', { description: 'What one of those who came noted of what a team showed, signed with their name.' })
export class ConferenceNoteType {
  @Field(() => ID, { description: 'Name it to take it away or to report it.' })
  id: string;

  @Field(() => String, { description: 'Plain words, in paragraphs.' })
  body: string;

  @Field(() => String, { nullable: true, description: 'Who noted it; null when they have left Accord.' })
  by: string | null;

  @Field(() => String, { description: 'With which team they came.' })
  organizationName: string;

  @Field(() => Boolean, { description: 'Whether it is yours to change.' })
  isMine: boolean;

  @Field(() => Int, { description: 'Send it back when you change it: if it is another by then, another window was faster.' })
  revision: number;

  @Field(() => Date, { description: 'When it was last written.' })
  changedAt: Date | string;

  @Field(() => String, { nullable: true, description: 'Why a steward took it down; then only you still see it.' })
  hiddenReason: string | null;
}

@ObjectType({ description: 'What one team showed at a conference, with what was noted of it.' })
export class ConferenceShown {
  @Field(() => ID, { description: 'The team that showed it.' })
  organizationId: string;

  @Field(() => String, { description: 'What the team is called.' })
  name: string;

  @Field(() => [ConferenceNoteType], { description: 'The notes on it, the earliest first, at most a hundred.' })
  notes: ConferenceNoteType[];
}

@InputType({ description: 'Your note on what a team showed. One a person and team; written again, it takes the place of the former.' })
export class NoteAtConferenceInput extends MutationInput {
  @Id('The conference')
  @Field(() => ID, { description: 'One that your team came to, or that you stand behind.' })
  conferenceId: string;

  @Id('The team')
  @Field(() => ID, { description: 'Which presenting team showed it.' })
  organizationId: string;

  @Lines({ max: NOTE_MAX, name: 'The note' })
  @Field(() => String, { description: `What you noted, at most ${NOTE_MAX.toLocaleString('en-US')} characters.` })
  body: string;

  @IsInt({ message: 'Give the number that came with it.' }) @Min(0, { message: 'The number cannot be below 0.' }) @Max(1_000_000, { message: 'Nothing has changed so often.' })
  @Field(() => Int, { description: 'The `revision` that you had before you; 0 for a new one.' })
  revision: number;
}

@InputType({ description: 'Takes your note away.' })
export class RemoveConferenceNoteInput extends MutationInput {
  @Id('The note')
  @Field(() => ID, { description: 'One of your own.' })
  noteId: string;
}

export const ConferenceNoteResult = resultOf('ConferenceNoteResult', ConferenceNoteType, 'The note as it stands now, or why nothing changed.');
