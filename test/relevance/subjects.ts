/**
 * What the invented library is about: each subject with the names by which authors call it, the words that come with
 * it, and how readers look for it. `decoys` are titles that hold the same words and mean something else.
 */
export interface Subject {
  key: string;
  /** As authors write it in a title; the first is the usual name. */
  forms: readonly string[];
  words: string;
  asked: { plain?: string; misspelt?: string; synonym?: string; phrase?: string; acronym?: string; likeUs?: string };
  decoys?: readonly string[];
}

export const SUBJECTS: readonly Subject[] = [
  {
    key: 'peer-review', forms: ['Peer assistance and review', 'PAR', 'Consulting teachers', 'Peer review program'], words: 'novice panel consulting caseload intervention struggling dismissal selection release coach',
    asked: { plain: 'peer assistance and review', misspelt: 'peer asistance and reveiw', acronym: 'PAR', synonym: 'consulting teacher program', likeUs: 'peer assistance' },
    decoys: ['Staying on par with neighboring towns', 'Golf outing for the scholarship fund, par 72', 'A review of peer districts by size'],
  },
  {
    key: 'interest-based', forms: ['Interest-based bargaining', 'IBB', 'Win-win negotiations', 'Interest based problem solving'], words: 'interests options standards facilitator brainstorm consensus issues story table training',
    asked: { plain: 'interest-based bargaining', misspelt: 'intrest based bargaining', acronym: 'IBB', synonym: 'win-win bargaining', likeUs: 'interest-based bargaining' },
    decoys: ['Interest on the construction bond', 'Student interest inventory for clubs'],
  },
  {
    key: 'agreement-memo', forms: ['Memorandum of understanding', 'MOU', 'Side letter', 'Letter of agreement'], words: 'signed parties expires clause temporary ratified addendum term amend supplement',
    asked: { plain: 'memorandum of understanding', misspelt: 'memorandom of undrestanding', acronym: 'MOU', synonym: 'side letters' },
    decoys: ['Understanding your paystub', 'Memo on parking during events'],
  },
  {
    key: 'contract', forms: ['Collective bargaining agreement', 'CBA', 'Master contract', 'Negotiated agreement'], words: 'article duration ratification unit recognition successor clause language maintenance salary',
    asked: { plain: 'collective bargaining agreement', acronym: 'CBA', synonym: 'union contract', misspelt: 'colective bargening agreement' },
    decoys: ['Contract for snow removal', 'Collective art project in the east hall'],
  },
  {
    key: 'layoffs', forms: ['Reduction in force', 'RIF', 'Layoffs and recall', 'Staff reductions'], words: 'seniority enrollment decline recall notice bumping order deadline vacancy attrition',
    asked: { plain: 'reduction in force', acronym: 'RIF', synonym: 'job cuts', misspelt: 'layofs', likeUs: 'layoffs' },
    decoys: ['Reduction of food waste', 'Reading Is Fundamental book drive', 'Task force on traffic'],
  },
  {
    key: 'learning-communities', forms: ['Professional learning communities', 'PLC', 'Teacher collaboration teams', 'Data teams'], words: 'norms protocol weekly common assessment evidence cycle grade inquiry agenda',
    asked: { plain: 'professional learning communities', acronym: 'PLC', synonym: 'collaborative teacher teams', phrase: 'learning communities', likeUs: 'learning communities' },
    decoys: ['Learning to swim: community center hours', 'Community learning garden'],
  },
  {
    key: 'mentoring-new', forms: ['New teacher induction', 'Mentoring of beginning teachers', 'Novice teacher support', 'First-year teacher mentors'], words: 'beginning release orientation buddy observe weekly log residency retention welcome',
    asked: { plain: 'new teacher induction', misspelt: 'mentering beginning teachers', synonym: 'support for rookies', phrase: 'first-year teacher', likeUs: 'new teacher mentors' },
    decoys: ['Induction stoves for the culinary program', 'New roof for the teacher lounge'],
  },
  {
    key: 'class-size', forms: ['Class size', 'Class size limits', 'Student-teacher ratio', 'Caseload and class size'], words: 'cap overage remedy roster section relief aide balancing maximum primary',
    asked: { plain: 'class size', phrase: 'class size limits', synonym: 'number of pupils per teacher', misspelt: 'clas size' },
    decoys: ['Art class: what size of canvas to order', 'Shirt sizes for the graduating class'],
  },
  {
    key: 'prep-time', forms: ['Preparation time', 'Planning periods', 'Common planning time', 'Prep periods'], words: 'minutes weekly uninterrupted elementary coverage schedule specials daily block grading',
    asked: { plain: 'planning time', misspelt: 'preperation time', synonym: 'prep periods', phrase: 'common planning time', likeUs: 'planning time' },
    decoys: ['Time capsule planning', 'Test prep vendors compared'],
  },
  {
    key: 'calendar', forms: ['School calendar', 'Academic calendar committee', 'Balanced calendar', 'Year-round calendar'], words: 'snow start august break weeks holiday option vote survey semester',
    asked: { plain: 'school calendar', misspelt: 'school calender', synonym: 'year-round schedule', likeUs: 'calendar committee' },
    decoys: ['Calendar of the drama club'],
  },
  {
    key: 'salary', forms: ['Salary schedule', 'Single salary scale', 'Steps and lanes', 'Teacher pay scale'], words: 'column step increment base longevity cost index ratio credit placement',
    asked: { plain: 'salary schedule', misspelt: 'sallary shedule', synonym: 'pay scale', phrase: 'steps and lanes', likeUs: 'salary schedule' },
    decoys: ['Bus schedule changes', 'Steps and lanes of the new track'],
  },
  {
    key: 'performance-pay', forms: ['Performance pay', 'Merit pay', 'Incentive compensation', 'Pay for performance'], words: 'bonus award growth target payout formula voluntary group market eligible',
    asked: { plain: 'performance pay', synonym: 'merit pay', misspelt: 'perfomance pay', phrase: 'pay for performance' },
    decoys: ['Performance of the spring musical', 'Paying for lunch online'],
  },
  {
    key: 'health', forms: ['Health insurance committee', 'Medical benefits', 'Health care premiums', 'Insurance trust'], words: 'premium deductible plan carrier wellness claims dental share renewal pool',
    asked: { plain: 'health insurance', misspelt: 'helth insurence', synonym: 'medical coverage', likeUs: 'health insurance' },
    decoys: ['Health class curriculum', 'Insurance for instruments'],
  },
  {
    key: 'grievance', forms: ['Grievance procedure', 'Grievance mediation', 'Resolving complaints early', 'Arbitration of grievances'], words: 'filed step informal timeline mediator arbitrator remedy settlement steward hearing',
    asked: { plain: 'grievance procedure', misspelt: 'greivance procedure', synonym: 'dispute resolution', phrase: 'grievance mediation' },
    decoys: ['Mediation room for students', 'Emergency procedure for storms'],
  },
  {
    key: 'committee', forms: ['Labor-management committee', 'LMC', 'Joint labor-management council', 'Labor management meetings'], words: 'monthly agenda minutes facilitator chair joint charter trust standing problem',
    asked: { plain: 'labor-management committee', acronym: 'LMC', synonym: 'joint union administration council', misspelt: 'labor managment comittee', likeUs: 'labor-management committee' },
    decoys: ['Management of the school garden', 'Labor Day parade committee'],
  },
  {
    key: 'evaluation', forms: ['Teacher evaluation rubric', 'Teacher appraisal', 'Classroom observation framework', 'Educator evaluation'], words: 'domain indicator rating evidence conference summative proficient calibration cycle observer',
    asked: { plain: 'teacher evaluation', misspelt: 'teacher evalution rubrik', synonym: 'teacher appraisal', phrase: 'classroom observation', likeUs: 'teacher evaluation' },
    decoys: ['Evaluation of playground surfaces', 'Rubric for the science fair'],
  },
  {
    key: 'principal-evaluation', forms: ['Principal evaluation', 'Administrator evaluation', 'Evaluating school leaders', 'Principal appraisal'], words: 'leadership climate survey goals supervisor portfolio standards reflection building midyear',
    asked: { plain: 'principal evaluation', misspelt: 'principle evaluaton', synonym: 'appraisal of administrators', phrase: 'principal evaluation' },
    decoys: ['The principal dancer visits', 'Principal and interest on bonds'],
  },
  {
    key: 'growth-measures', forms: ['Student learning objectives', 'SLO', 'Student growth measures', 'Value-added measures'], words: 'baseline target assessment score approve rigor attribution roster pretest weight',
    asked: { plain: 'student learning objectives', acronym: 'SLO', synonym: 'value-added', misspelt: 'student lerning objectives' },
    decoys: ['SLO: slow zones near schools', 'Growth charts of the nurse'],
  },
  {
    key: 'board-certified', forms: ['National Board certification', 'NBCT', 'National Board certified teachers', 'Board certification cohort'], words: 'candidate portfolio stipend renewal component cohort fee support accomplished scoring',
    asked: { plain: 'national board certification', acronym: 'NBCT', misspelt: 'nationl board certificaton', phrase: 'national board' },
    decoys: ['National Merit dinner', 'Board game club nationals'],
  },
  {
    key: 'tenure', forms: ['Tenure and probation', 'Probationary teachers', 'Continuing contract status', 'Earning tenure'], words: 'nonrenewal years due process decision recommend status portfolio extension notice',
    asked: { plain: 'tenure', synonym: 'continuing status', misspelt: 'tenyure and probaton' },
    decoys: ['Continuing education for adults'],
  },
  {
    key: 'transfer', forms: ['Voluntary transfer', 'Involuntary transfers', 'Mutual consent hiring', 'Teacher placement and reassignment'], words: 'vacancy posting bid displaced seniority interview site opening deadline excess',
    asked: { plain: 'teacher transfer', phrase: 'mutual consent', synonym: 'reassignment of staff', misspelt: 'involuntery transfer' },
    decoys: ['Transfer of records to the archive', 'Consent forms for field trips'],
  },
  {
    key: 'substitutes', forms: ['Substitute pool', 'Substitute teacher shortage', 'Guest teachers', 'Covering absences'], words: 'absence daily rate fill unfilled coverage recruit dispatch retired building',
    asked: { plain: 'substitute teachers', misspelt: 'substitue pool', synonym: 'guest teachers', likeUs: 'substitute shortage' },
    decoys: ['Substitute ingredients in school meals', 'Swimming pool repairs'],
  },
  {
    key: 'sick-leave', forms: ['Sick leave bank', 'Leave of absence', 'Paid family leave', 'Catastrophic leave'], words: 'donate days accrual physician eligible illness bereavement maternity balance request',
    asked: { plain: 'sick leave bank', misspelt: 'sick leeve bank', synonym: 'parental leave', phrase: 'sick leave' },
    decoys: ['Bank holidays and leaves to rake', 'River bank clean-up'],
  },
  {
    key: 'support-staff', forms: ['Education support professionals', 'ESP', 'Paraeducators', 'Classified employees'], words: 'aide custodian secretary hourly bus cafeteria classified wage assistant training',
    asked: { plain: 'support professionals', acronym: 'ESP', synonym: 'teacher aides', misspelt: 'paraeducaters' },
    decoys: ['ESP: card tricks at the fair'],
  },
  {
    key: 'working-conditions', forms: ['Working conditions survey', 'School climate survey', 'Staff survey results', 'TELL survey'], words: 'respondents trust percent agree leadership facilities anonymous results response item',
    asked: { plain: 'working conditions survey', misspelt: 'working conditons survay', synonym: 'staff morale questionnaire', phrase: 'working conditions' },
    decoys: ['Air conditioning working again', 'Land survey of the north field'],
  },
  {
    key: 'strategic-plan', forms: ['Strategic plan', 'District goals', 'Strategic planning retreat', 'Vision and goals'], words: 'mission priorities indicator stakeholder review annual board milestone theme adopted',
    asked: { plain: 'strategic plan', misspelt: 'stratigic plan', synonym: 'long-range goals', likeUs: 'strategic plan' },
    decoys: ['Floor plan of the annex', 'Strategic games club'],
  },
  {
    key: 'budget', forms: ['Budget transparency', 'Open books', 'Joint budget review', 'Shared financial data'], words: 'revenue expenditure forecast reserve fund audit levy shortfall assumptions per-pupil',
    asked: { plain: 'budget transparency', phrase: 'open books', misspelt: 'buget transparancy', synonym: 'school finance openness', likeUs: 'budget review' },
    decoys: ['Books for the open house', 'Library books left open overnight'],
  },
  {
    key: 'board-relations', forms: ['School board evaluation', 'Board self-evaluation', 'Board and superintendent relations', 'Trustee self-assessment'], words: 'governance trustee norms retreat public chair policy annual oath roles',
    asked: { plain: 'school board evaluation', synonym: 'trustees rate themselves', misspelt: 'school bord evaluation', likeUs: 'board self-evaluation' },
    decoys: ['Board up the windows', 'White board evaluation'],
  },
  {
    key: 'development', forms: ['Professional development', 'PD', 'Staff development days', 'In-service training'], words: 'workshop credit hours facilitator choice session follow-up academy release catalog',
    asked: { plain: 'professional development', acronym: 'PD', synonym: 'in-service training', misspelt: 'profesional developement' },
    decoys: ['Housing development near the middle school', 'Public domain (PD) sheet music'],
  },
  {
    key: 'teacher-leaders', forms: ['Teacher leadership roles', 'Career ladder', 'Lead teachers', 'Teachers on special assignment', 'TOSA'], words: 'stipend tier hybrid pathway responsibilities advance lattice release model department',
    asked: { plain: 'teacher leadership', phrase: 'career ladder', acronym: 'TOSA', misspelt: 'teacher leedership', likeUs: 'teacher leadership' },
    decoys: ['Ladder safety for custodians', 'Career day'],
  },
  {
    key: 'school-decisions', forms: ['Site-based decision making', 'SBDM', 'Shared decision-making', 'School leadership councils'], words: 'council consensus waiver building input parents vote autonomy bylaws quorum',
    asked: { plain: 'shared decision-making', acronym: 'SBDM', synonym: 'school-based management', misspelt: 'shared desicion making' },
    decoys: ['Making shared slides', 'Site of the old mill'],
  },
  {
    key: 'turnaround', forms: ['School turnaround', 'Turnaround agreement', 'School improvement grant', 'SIG'], words: 'lowest achieving model restart extended partner transformation priority gains intervention',
    asked: { plain: 'turnaround schools', acronym: 'SIG', synonym: 'low-performing schools', misspelt: 'turnarond schools' },
    decoys: ['Bus turnaround at the north gate', 'Sign language club'],
  },
];

/** What else districts write about: nobody in the judged set looks for it. */
export const ELSEWHERE: readonly string[] = [
  'cafeteria menu nutrition lunch kitchen breakfast vegetables tray', 'bus route transportation driver stop fuel depot morning', 'roof repair boiler maintenance contractor facilities paint gutter',
  'robotics league tournament robot coding club trophy', 'marching band concert orchestra trumpet rehearsal stage', 'library books reading shelves author visit catalog story',
  'athletics season coach field soccer uniform score', 'graduation ceremony caps gowns speaker stadium rain', 'technology laptops network password printer device wifi',
  'garden tomatoes compost bees greenhouse seeds', 'enrollment kindergarten registration forms immunization records', 'safety drill alarm visitor badge door lock radio',
];
