import { Mark } from '@app/ui';
import type { ReactNode } from 'react';
import type { JoinFactsFragment } from './joining.generated.js';
import { joiningWords as words } from './joining-words.js';
import { seatName } from './SeatList.js';

type Leader = JoinFactsFragment['leaders'][number];

/** The three leaders of a district that asks, and what each has said: the sign of a joint act, and its words. */
export function JoinLeaders({ request, aside }: { request: JoinFactsFragment; aside?: (leader: Leader) => ReactNode }) {
  const { leaders, district } = request;
  return (
    <div className="flex items-start gap-2">
      <Mark size="small" seats={leaders.map(({ role, answer }) => ({ label: seatName(role, district.laborWord), signed: answer === 'wanted' }))} />
      <ul className="grid min-w-0 gap-1">
        {leaders.map((leader) => (
          <li key={leader.role}>
            <strong>{leader.name ?? words.unnamed}</strong>
            {leader.email && !leader.isAsker && <span className="block text-note break-words">{leader.email}</span>}
            <span className="block text-note text-quiet">
              {leader.title ?? seatName(leader.role, district.laborWord)}: {saidBy(leader)}
            </span>
            {aside?.(leader)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function saidBy({ answer, email, isAsker }: Leader): string {
  if (isAsker) return words.said['wanted'] ?? '';
  return words.said[answer ?? ''] ?? (email ? words.asked : words.noAddress);
}
