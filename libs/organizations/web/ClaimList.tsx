import { Button, Instant, say, Tag, TextLink } from '@app/ui';
import { useAct } from '@app/platform/web';
import { seatName } from './SeatList.js';
import { type ClaimFactsFragment, WithdrawClaimDocument } from './seats.generated.js';
import { words } from './words.js';

/** One's own claims, each with what happens now. */
export function ClaimList({ claims }: { claims: readonly ClaimFactsFragment[] }) {
  const withdraw = useAct(WithdrawClaimDocument, { onDone: () => say(words.claim.withdrawn) });
  return (
    <ul className="grid max-w-[46rem]">
      {claims.map((claim) => (
        <li key={claim.id} className="grid gap-1 border-t border-line py-2">
          <p className="flex flex-wrap items-center gap-1">
            <strong>
              {claim.title ?? seatName(claim.role)}, <TextLink to={claim.organization.path}>{claim.organization.name}</TextLink>
            </strong>
            <Tag look={claim.state === 'waiting' ? 'attention' : claim.state === 'accepted' ? 'accent' : 'plain'}>{words.states[claim.state]}</Tag>
          </p>
          <p>{claim.whatHappens}</p>
          {claim.answer && <blockquote className="border-l-2 border-line pl-2">{claim.answer}</blockquote>}
          <p className="text-note text-quiet">
            <Instant at={claim.decidedAt ?? claim.createdAt} />
          </p>
          {claim.state === 'waiting' && (
            <p>
              <Button look="quiet" pending={withdraw.pending} onPress={() => void withdraw.run({ claimId: claim.id })}>
                {words.claim.withdraw}
              </Button>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
