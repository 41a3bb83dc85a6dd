import { registerEnumType } from '@nestjs/graphql';

/** Declares a GraphQL enum whose values are their own names, each with its sentence. */
export function vocabulary<Name extends string>(name: string, description: string, values: Record<Name, string>): { [Value in Name]: Value } {
  const object = Object.fromEntries(Object.keys(values).map((value) => [value, value])) as { [Value in Name]: Value };
  const valuesMap = Object.fromEntries(Object.entries<string>(values).map(([value, sentence]) => [value, { description: sentence }])) as { [Value in Name]: { description: string } };
  registerEnumType(object, { name, description, valuesMap });
  return object;
}

export const SeatRoleName = vocabulary('SeatRole', 'The place somebody holds in a team. Which of them lead, and which sign, follows from the kind of organization.', {
  superintendent: 'Leads the district’s management; an equivalent such as a chief executive sits here too.',
  board_president: 'Leads the governing board.',
  labor_leader: 'Leads the teachers’ union or association.',
  state_chief: 'Leads a state’s education agency.',
  nea_president: 'Leads a state’s affiliate of the National Education Association.',
  aft_president: 'Leads a state’s affiliate of the American Federation of Teachers.',
  boards_leader: 'Leads a state’s association of school boards.',
  administrators_leader: 'Leads a state’s association of administrators.',
  representative: 'Speaks for a co-sponsor, foundation or other organization.',
  deputy: 'Stands in for one leading seat: reads and writes for the team, and signs nothing. The seat owns the place, not its holder.',
  staff: 'Works with the team and writes for it, but signs nothing.',
  observer: 'Reads what the host allows, writes and signs nothing.',
  guest: 'Reads one team’s own space until a date, writes and signs nothing.',
});
export type SeatRoleName = keyof typeof SeatRoleName;

export const SeatNeed = vocabulary('SeatNeed', 'How much a leading seat is missed while it is vacant.', {
  required: 'The team is not whole without it.',
  encouraged: 'It may be filled, and the team is whole without it.',
});
export type SeatNeed = keyof typeof SeatNeed;

export const OrganizationKindName = vocabulary('OrganizationKind', 'What sort of organization it is.', {
  district: 'A school district, charter network or other local agency.',
  state_team: 'A state’s team: its chief, its union presidents and those they bring.',
  co_sponsor: 'Plans conferences jointly with the others and follows up with its own members.',
  foundation: 'Gives money or attends to find work to fund.',
  other: 'Another organization that supports the work.',
});
export type OrganizationKindName = keyof typeof OrganizationKindName;

const PLACES = {
  city: 'Inside the principal city of an urban area, whatever its size.',
  suburb: 'In an urban area, outside its principal city.',
  town: 'In a smaller built-up area that belongs to no large one.',
  rural: 'In the country, outside every built-up area.',
};

export const LocaleName = vocabulary('Locale', 'How NCES classes the place where the district has its office.', PLACES);
export type LocaleName = keyof typeof LocaleName;

export const AffiliationName = vocabulary('Affiliation', 'The national union or association that the district’s teachers belong to, as the district declares it. Null means that nobody has said.', {
  nea: 'The National Education Association.',
  aft: 'The American Federation of Teachers.',
  both: 'Both national organizations.',
  other: 'Another organization, which `affiliationOther` names.',
  none: 'None: the system does not bargain collectively.',
});
export type AffiliationName = keyof typeof AffiliationName;

export const LaborWord = vocabulary('LaborWord', 'The district’s own word for the organization of its teachers.', {
  union: 'Its leader is then shown as “Union leader”.',
  association: 'Its leader is then shown as “Association leader”.',
});
export type LaborWord = keyof typeof LaborWord;

export const AgencyKindName = vocabulary('AgencyKind', 'The kinds of local agency as people speak of them; the federal list has nine.', {
  regular: 'What people mean by a school district.',
  charter: 'A charter school or network that is an agency of its own.',
  other: 'Service agencies, state and federal agencies and the like.',
});
export type AgencyKindName = keyof typeof AgencyKindName;

export const LocaleFilter = vocabulary('LocaleFilter', 'Which places to show in the directory.', {
  ...PLACES,
  unknown: 'The federal list does not say.',
});
export type LocaleFilter = keyof typeof LocaleFilter;

export const SizeBand = vocabulary('SizeBand', 'How many students, in the bands of the directory.', {
  under_1000: 'Fewer than 1,000 students.',
  from_1000: '1,000 to 4,999 students.',
  from_5000: '5,000 to 19,999 students.',
  from_20000: '20,000 students or more.',
  unknown: 'The number is not known.',
});
export type SizeBand = keyof typeof SizeBand;

export const AffiliationFilter = vocabulary('AffiliationFilter', 'Which affiliation to show in the directory.', {
  nea: 'The National Education Association.',
  aft: 'The American Federation of Teachers.',
  both: 'Both national organizations.',
  other: 'Another organization.',
  none: 'None: no collective bargaining.',
  unknown: 'Nobody has said yet.',
});
export type AffiliationFilter = keyof typeof AffiliationFilter;

export const DirectoryStatus = vocabulary('DirectoryStatus', 'Whether anybody from the district is here.', {
  on_accord: 'Somebody has taken one of its seats.',
  not_yet: 'Nobody has yet: it can be read, and invited.',
});
export type DirectoryStatus = keyof typeof DirectoryStatus;

export const GrantProgram = vocabulary('GrantProgram', 'The federal programmes whose holders were first invited, and others.', {
  race_to_the_top: 'Money that states won for reform plans, first under the Recovery Act of 2009; districts signed on to their state’s.',
  teacher_incentive_fund: 'Pays for rewarding teachers and principals in high-need schools for results.',
  school_improvement_grants: 'Money, through the states, to turn around their lowest-achieving places.',
  investing_in_innovation: 'Known as i3: spreads what has evidence of helping students.',
  promise_neighborhoods: 'Plans and pays for help from cradle to career around the schools of a poor area.',
  other: 'Another programme, named beside it.',
});
export type GrantProgram = keyof typeof GrantProgram;

export const JoinStateName = vocabulary('JoinState', 'Where the request of a whole district stands.', {
  waiting: 'It waits for those who decide.',
  asked_back: 'It waits for the district’s answer to a question, and keeps its place.',
  opened: 'The district is open: its leaders sit or are invited.',
  declined: 'It was declined, with a reason.',
  withdrawn: 'Whoever made it took it back.',
});
export type JoinStateName = keyof typeof JoinStateName;

export const JoinAnswerName = vocabulary('JoinAnswer', 'What a leader says to their district’s request.', {
  wanted: 'They want it too.',
  refused: 'They do not want it.',
});
export type JoinAnswerName = keyof typeof JoinAnswerName;

export const SponsorLevel = vocabulary('SponsorLevel', 'How far a sponsor’s work reaches.', {
  national: 'The whole country.',
  state: 'One state, which `state` names.',
  regional: 'Part of a state, or several states.',
});
export type SponsorLevel = keyof typeof SponsorLevel;

export const ClaimStateName = vocabulary('ClaimState', 'Where a claim to a seat stands.', {
  waiting: 'Nobody has decided yet.',
  accepted: 'The seat is theirs.',
  declined: 'Whoever decided could not confirm it.',
  withdrawn: 'Whoever made it took it back.',
});
export type ClaimStateName = keyof typeof ClaimStateName;

export const InvitationState = vocabulary('InvitationState', 'Whether an invitation can still be accepted.', {
  open: 'It waits for the person to accept.',
  accepted: 'The person has taken the place.',
  closed: 'It has run out, was taken back, or somebody else has the seat.',
});
export type InvitationState = keyof typeof InvitationState;
