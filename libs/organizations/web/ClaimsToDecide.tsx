import { Button, Dialog, Form, FormActions, Instant, say, TextArea, TextLink } from '@app/ui';
import { useAct } from '@app/platform/web';
import { useState } from 'react';
import { seatName } from './SeatList.js';
import { type ClaimFactsFragment, DeclineClaimDocument, VouchForClaimDocument } from './seats.generated.js';
import { words } from './words.js';

/** Those who claim a seat that the reader can confirm. */
export function ClaimsToDecide({ claims }: { claims: readonly ClaimFactsFragment[] }) {
  if (claims.length === 0) return <p className="text-quiet">{words.team.nobodyWaits}</p>;
  return (
    <ul className="grid max-w-[46rem] gap-2">
      {claims.map((claim, at) => (
        <ClaimToDecide key={claim.id} claim={claim} first={at === 0} />
      ))}
    </ul>
  );
}

function ClaimToDecide({ claim, first }: { claim: ClaimFactsFragment; first: boolean }) {
  const [asking, setAsking] = useState(false);
  const vouch = useAct(VouchForClaimDocument, { onDone: () => say(words.team.vouched) });
  const decline = useAct(DeclineClaimDocument, {
    onDone: () => {
      setAsking(false);
      say(words.team.declined);
    },
  });
  return (
    <li className="grid gap-1 border-t border-line py-2">
      <p>
        <strong>{claim.claimant.name}</strong> ({claim.claimantEmail}) {words.team.says(claim.title ?? seatName(claim.role).toLowerCase())}
        <TextLink to={claim.organization.path}>{claim.organization.name}</TextLink>.
      </p>
      <blockquote className="border-l-2 border-line pl-2 whitespace-pre-line">{claim.words}</blockquote>
      <p className="text-note text-quiet">
        <Instant at={claim.createdAt} />
      </p>
      {vouch.message && (
        <p className="text-danger" role="alert">
          {vouch.message}
        </p>
      )}
      <div className="flex flex-wrap gap-1">
        <Button look={first ? 'primary' : 'secondary'} pending={vouch.pending} onPress={() => void vouch.run({ claimId: claim.id })}>
          {words.team.vouch}
        </Button>
        <Button look="quiet" onPress={() => setAsking(true)}>
          {words.team.decline}
        </Button>
      </div>
      <Dialog title={words.team.declineTitle} open={asking} onOpenChange={setAsking}>
        <Form errors={decline.fields} problem={decline.message} onSubmit={(data) => void decline.run({ claimId: claim.id, answer: String(data.get('answer') ?? '').trim() || null })}>
          <TextArea name="answer" label={words.team.declineWhy} hint={words.team.declineHint} maxLength={1000} rows={3} />
          <FormActions>
            <Button type="submit" look="primary" pending={decline.pending}>
              {words.team.declineSend}
            </Button>
          </FormActions>
        </Form>
      </Dialog>
    </li>
  );
}
