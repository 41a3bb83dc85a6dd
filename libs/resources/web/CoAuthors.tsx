import { Button, ComboBox, Disclosure, Form, FormActions, Notice, type Option, say, Select, TextLink } from '@app/ui';
import { ask, useAct, useGraph } from '@app/platform/web';
import { useState } from 'react';
import { recordWords as words } from './record-words.js';
import { AnswerCoAuthorDocument, AskCoAuthorDocument, PeopleOfTeamDocument, RemoveCoAuthorDocument, TeamsNamedDocument } from './resources.generated.js';
import type { RecordShown, ResourceShown } from './ResourceView.js';

type CoAuthor = RecordShown['coAuthors'][number];

/** Who is named beside the team that shares a resource. */
export function CoAuthorList({ resource, record }: { resource: ResourceShown; record: RecordShown }) {
  const remove = useAct(RemoveCoAuthorDocument, { onDone: () => say(words.takenOff) });
  const answer = useAct(AnswerCoAuthorDocument, { onDone: () => say(words.declinedSay) });
  const shown = record.coAuthors.filter((one) => one.agreed || !one.isMine);
  if (shown.length === 0) return null;
  const failed = remove.message ?? answer.message;
  return (
    <div>
      <h2 className="text-note font-semibold">{words.coAuthors}</h2>
      <ul className="list-none p-0">
        {shown.map((one) => (
          <li key={one.id}>
            {one.team ? <TextLink to={one.team.path}>{one.team.name}</TextLink> : one.person?.name}
            {!one.agreed && <span className="block text-note text-quiet">{words.asked}</span>}
            {resource.viewerCan.own && (
              <Button look="quiet" pending={remove.pending} aria-label={`${words.takeOff}: ${nameOf(one)}`} onPress={() => void remove.run({ coAuthorId: one.id })}>
                {words.takeOff}
              </Button>
            )}
            {one.agreed && one.isMine && (
              <Button look="quiet" pending={answer.pending} onPress={() => void answer.run({ coAuthorId: one.id, agree: false })}>
                {words.leaveAuthors}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {failed && <Notice kind="danger" live title={failed} />}
    </div>
  );
}

/** The question whether to be named, for whoever is asked. */
export function CoAuthorQuestion({ resource, record }: { resource: ResourceShown; record: RecordShown }) {
  const answer = useAct(AnswerCoAuthorDocument);
  const open = record.coAuthors.find((one) => one.isMine && !one.agreed);
  if (!open) return null;
  const say_ = (agree: boolean) => async () => {
    if (await answer.run({ coAuthorId: open.id, agree })) say(agree ? words.agreedSay : words.declinedSay);
  };
  return (
    <div className="print:hidden">
      <Notice
        kind="attention"
        title={words.answerTitle(resource.owner.name)}
        action={
          <span className="flex flex-wrap gap-1">
            <Button pending={answer.pending} onPress={() => void say_(true)()}>
              {words.agree}
            </Button>
            <Button look="quiet" isDisabled={answer.pending} onPress={() => void say_(false)()}>
              {words.decline}
            </Button>
          </span>
        }
      >
        <p>{answer.message ?? words.answerText}</p>
      </Notice>
    </div>
  );
}

interface TeamOption extends Option {
  slug: string | null;
}

async function teamsNamed(text: string, signal: AbortSignal): Promise<TeamOption[]> {
  const { suggest } = await ask(TeamsNamedDocument, { text }, signal);
  return suggest
    .filter((one) => one.kind === 'district' || one.kind === 'organization')
    .map((one) => ({ value: one.id, label: one.title, ...(one.state ? { note: one.state } : {}), slug: one.kind === 'district' ? (one.path.split('/').at(-1) ?? null) : null }));
}

const WHOLE = 'team';

/** How a team asks others to be named beside it: a team, or one person of a district. */
export function AskCoAuthor({ resourceId }: { resourceId: string }) {
  const [team, setTeam] = useState<TeamOption | null>(null);
  const [person, setPerson] = useState(WHOLE);
  const people = useGraph(PeopleOfTeamDocument, { slug: team?.slug ?? '' }, { when: Boolean(team?.slug) });
  const holders = people.data?.district?.seats.flatMap((seat) => (seat.holder ? [{ value: seat.holder.id, label: seat.holder.name, note: words.roles[seat.role] ?? '' }] : [])) ?? [];
  const send = useAct(AskCoAuthorDocument, {
    idempotent: true,
    onDone: () => {
      say(words.askedSay(team?.label ?? ''));
      setTeam(null);
      setPerson(WHOLE);
    },
  });
  return (
    <Disclosure title={words.askTitle} level={3}>
      <Form label={words.askTitle} errors={send.fields} problem={send.message} onSubmit={() => void send.run({ resourceId, organizationId: team?.value ?? '', personId: person === WHOLE ? null : person })}>
        <p className="text-note">{words.askText}</p>
        <ComboBox
          name="organizationId"
          label={words.askTeam}
          hint={words.askTeamHint}
          load={teamsNamed}
          value={team}
          onChange={(option) => {
            setTeam(option as TeamOption | null);
            setPerson(WHOLE);
          }}
          required
        />
        {holders.length > 0 && <Select name="personId" label={words.askWho} options={[{ value: WHOLE, label: words.wholeTeam }, ...holders]} value={person} onChange={setPerson} />}
        <FormActions>
          <Button type="submit" pending={send.pending}>
            {words.askSend}
          </Button>
        </FormActions>
      </Form>
    </Disclosure>
  );
}

const nameOf = (one: CoAuthor): string => one.team?.name ?? one.person?.name ?? '';
