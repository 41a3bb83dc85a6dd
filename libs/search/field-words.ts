/**
 * What the field calls by more than one name. Whoever types one of these names finds the others as well, lower than
 * what was typed. A line belongs here when a leader would take the names for the same thing in a sentence; what is merely
 * near stays out. Capitals are acronyms: they stand for a thing only where they are written in capitals.
 */
export interface FieldWord {
  names: readonly string[];
  why: string;
}

export const FIELD_WORDS: readonly FieldWord[] = [
  // At the table
  { names: ['interest-based bargaining', 'IBB', 'interest based problem solving', 'interest-based negotiations', 'win-win bargaining', 'win-win negotiations', 'consensus negotiations', 'mutual gains bargaining'], why: 'One way of negotiating; each region and each trainer has a name for it.' },
  { names: ['memorandum of understanding', 'MOU', 'MOA', 'memorandum of agreement', 'side letter', 'letter of agreement', 'letter of understanding'], why: 'An agreement beside the contract; lawyers differ, leaders do not.' },
  { names: ['collective bargaining agreement', 'CBA', 'master contract', 'master agreement', 'negotiated agreement', 'union contract', 'teachers contract'], why: 'The contract between board and union, under its legal and its everyday names.' },
  { names: ['collective bargaining', 'contract negotiations', 'bargaining', 'negotiations'], why: 'Bargaining in the law is negotiations in the building.' },
  { names: ['tentative agreement', 'TA'], why: 'What both tables have agreed and members have yet to ratify.' },
  { names: ['unfair labor practice', 'ULP'], why: 'The charge before a labor board.' },
  { names: ['grievance procedure', 'grievance', 'grievance mediation', 'dispute resolution', 'resolving complaints', 'grievance arbitration', 'arbitration of grievances'], why: 'How a complaint under the contract is settled, step by step.' },
  { names: ['labor-management committee', 'LMC', 'labor-management council', 'joint labor management', 'labor management meetings', 'joint committee', 'joint council'], why: 'The standing body of both sides.' },
  { names: ['labor management', 'union administration', 'labor and management', 'union and district', 'union management'], why: 'The two sides, as each place names them.' },
  { names: ['FMCS', 'Federal Mediation and Conciliation Service'], why: 'The federal mediators.' },
  { names: ['strike', 'work stoppage', 'walkout'], why: 'The same event in law and in the news.' },
  { names: ['union', 'association', 'federation'], why: 'The NEA’s locals say association, the AFT’s federation; members say union.' },
  { names: ['NEA', 'National Education Association'], why: 'A union by its letters.' },
  { names: ['AFT', 'American Federation of Teachers'], why: 'A union by its letters.' },
  { names: ['AASA', 'School Superintendents Association', 'American Association of School Administrators'], why: 'The superintendents’ association, before and after its change of name.' },
  { names: ['NSBA', 'National School Boards Association'], why: 'The boards’ association.' },
  // Who
  { names: ['superintendent', 'chief executive', 'schools chief'], why: 'Titles of the one who leads a district.' },
  { names: ['school board', 'board of education', 'trustees', 'board of trustees', 'school committee'], why: 'The elected body has another name in the West and in New England.' },
  { names: ['principal', 'administrator', 'school leader', 'building leader', 'head of school'], why: 'Who leads a school; administrators are more than principals, and evaluated with them.' },
  { names: ['support professional', 'ESP', 'paraeducator', 'paraprofessional', 'para', 'teacher aide', 'teacher assistant', 'classified employee', 'classified staff', 'support staff'], why: 'Those who are not certificated: each state has its word.' },
  { names: ['substitute teacher', 'substitute', 'guest teacher', 'relief teacher', 'covering absences'], why: 'Who teaches when a teacher is away.' },
  { names: ['beginning teacher', 'new teacher', 'novice teacher', 'novice', 'first-year teacher', 'early career teacher', 'rookie', 'newcomer'], why: 'Teachers in their first years.' },
  { names: ['teacher leader', 'teacher leadership', 'lead teacher', 'teacher leadership role', 'career ladder', 'career lattice', 'career pathway', 'teacher on special assignment', 'TOSA', 'master teacher'], why: 'Roles above the classroom for those who keep teaching.' },
  { names: ['staff', 'faculty', 'employees', 'teachers'], why: 'Who works in a school, as a survey or a contract calls them.' },
  { names: ['student', 'pupil', 'learner'], why: 'Older laws say pupil.' },
  // Evaluation and growth
  { names: ['peer assistance and review', 'PAR', 'peer assistance', 'peer review', 'peer review program', 'consulting teacher'], why: 'The Toledo plan and what came of it; its coaches are the consulting teachers.' },
  { names: ['professional growth system', 'PGS'], why: 'Montgomery County’s name, taken up elsewhere.' },
  { names: ['evaluation', 'appraisal', 'rating', 'performance review'], why: 'States write appraisal, contracts evaluation.' },
  { names: ['evaluate', 'rate', 'appraise', 'assess'], why: 'The same done.' },
  { names: ['teacher evaluation', 'teacher appraisal', 'educator evaluation', 'evaluation rubric', 'classroom observation', 'observation framework', 'TEVAL'], why: 'How teaching is observed and rated; TEVAL is New Haven’s and Connecticut’s.' },
  { names: ['principal evaluation', 'administrator evaluation', 'principal appraisal', 'evaluation of administrators', 'evaluating school leaders', 'leadership assessment'], why: 'The same for those who lead schools.' },
  { names: ['school board evaluation', 'board self-evaluation', 'board self-assessment', 'trustee self-assessment', 'trustee self-evaluation', 'board and superintendent relations'], why: 'A board that looks at its own work and at how it leads with its superintendent.' },
  { names: ['student learning objective', 'SLO', 'student growth', 'student growth measure', 'learning gains', 'value-added', 'VAM', 'student growth objective', 'SGO'], why: 'Ways to say how much students have learned within a year.' },
  { names: ['360-degree review', '360-degree evaluation', 'multi-rater feedback'], why: 'Judged by all who work with one.' },
  { names: ['improvement plan', 'plan of assistance', 'struggling teacher', 'needs improvement'], why: 'What follows a low rating.' },
  { names: ['tenure', 'continuing contract', 'continuing status', 'non-probationary status', 'permanent status', 'probation', 'probationary teacher'], why: 'Protection after probation; the word tenure stands in few laws.' },
  { names: ['induction', 'new teacher induction', 'mentoring', 'mentorship', 'mentor', 'novice teacher support', 'beginning teacher support', 'BTSA'], why: 'Help in the first years; BTSA was California’s.' },
  { names: ['coach', 'coaching', 'instructional coach'], why: 'The person and the work.' },
  { names: ['national board certification', 'NBCT', 'national board certified teacher', 'national board', 'board certification', 'NBPTS'], why: 'The certificate, who holds it and who gives it.' },
  { names: ['professional development', 'PD', 'staff development', 'in-service training', 'in-service', 'teacher training', 'professional learning', 'training'], why: 'Decades of names for the same days.' },
  { names: ['professional learning community', 'PLC', 'learning community', 'teacher collaboration team', 'collaborative team', 'data team', 'collaborative teacher team'], why: 'Teachers who work on their teaching together.' },
  { names: ['alternative licensure', 'alternative certification', 'alternative route', 'alternate route'], why: 'Another way to a license; states issue licenses or certificates.' },
  { names: ['Educational Research and Dissemination', 'ER&D'], why: 'The AFT’s courses for teachers by teachers.' },
  { names: ['Student Performance Improvement Program', 'SPIP'], why: 'St. Francis’s program by its letters.' },
  { names: ['Professional Compensation System for Teachers', 'ProComp'], why: 'Denver’s plan by its short name.' },
  // Pay and benefits
  { names: ['pay', 'salary', 'salaries', 'compensation', 'wage'], why: 'What is paid, in four registers.' },
  { names: ['salary schedule', 'pay scale', 'salary scale', 'steps and lanes', 'single salary schedule', 'step and column', 'salary lanes'], why: 'The table of years and degrees by which pay is set.' },
  { names: ['performance pay', 'merit pay', 'pay for performance', 'incentive pay', 'incentive compensation', 'bonus', 'differential pay', 'alternative compensation'], why: 'Pay by results; who likes it says performance, who does not says merit.' },
  { names: ['cost of living adjustment', 'COLA'], why: 'A rise that follows prices.' },
  { names: ['health insurance', 'medical benefits', 'health care', 'medical coverage', 'health benefits', 'insurance trust', 'health plan', 'fringe benefits', 'insurance premium'], why: 'What a plan for the sick costs and covers.' },
  { names: ['sick leave', 'sick leave bank', 'leave bank', 'leave of absence', 'catastrophic leave', 'paid family leave', 'parental leave', 'maternity leave', 'FMLA'], why: 'Time away for illness and family.' },
  { names: ['pension', 'retirement system', 'retirement benefits'], why: 'What comes after.' },
  // Jobs and places
  { names: ['reduction in force', 'RIF', 'layoff', 'layoffs', 'job cuts', 'staff reductions', 'staff cuts', 'recall'], why: 'The law’s word and the parking lot’s.' },
  { names: ['transfer', 'teacher transfer', 'reassignment', 'voluntary transfer', 'involuntary transfer', 'mutual consent', 'mutual consent hiring', 'teacher placement', 'displaced teacher'], why: 'How somebody comes to teach in another school.' },
  { names: ['working conditions', 'terms of employment', 'work rules'], why: 'What the contract says of the day at work.' },
  { names: ['working conditions survey', 'climate survey', 'school climate survey', 'staff survey', 'teacher survey', 'TELL survey', 'staff questionnaire', 'faculty survey', 'morale survey'], why: 'Asking those who work there.' },
  { names: ['survey', 'questionnaire', 'poll'], why: 'Asking many the same.' },
  { names: ['class size', 'class size limits', 'student-teacher ratio', 'pupil-teacher ratio', 'pupils per teacher', 'students per teacher', 'class size cap'], why: 'How many children one teacher has.' },
  { names: ['preparation time', 'planning time', 'planning period', 'prep period', 'prep time', 'preparation period', 'common planning time', 'planning days'], why: 'Time to plan; the contract has its own word each time.' },
  { names: ['school calendar', 'academic calendar', 'calendar committee', 'balanced calendar', 'year-round calendar', 'year-round schedule', 'school year'], why: 'Which days are school days.' },
  // Schools and plans
  { names: ['site-based decision making', 'SBDM', 'shared decision-making', 'site-based management', 'school-based management', 'school-based decisions', 'shared decisions', 'shared governance', 'site council', 'leadership council', 'school leadership council', 'school improvement team'], why: 'Decisions made in the school by those who work there.' },
  { names: ['turnaround', 'turnaround school', 'school turnaround', 'school improvement grant', 'SIG', 'low-performing school', 'priority school', 'reconstituted school', 'lowest-achieving school'], why: 'Schools that must change at once, and the grant that paid for it.' },
  { names: ['strategic plan', 'strategic planning', 'district goals', 'long-range goals', 'long-range plan', 'vision and goals', 'district plan'], why: 'Where a district says it is going.' },
  { names: ['budget transparency', 'open books', 'financial transparency', 'shared financial data', 'joint budget review', 'school finance', 'budget review', 'open figures'], why: 'Both sides looking at the same money.' },
  { names: ['achievement gap', 'opportunity gap'], why: 'The older and the newer name.' },
  { names: ['Race to the Top', 'RTT', 'RTTT'], why: 'The federal grant of 2010.' },
  { names: ['Teacher Incentive Fund', 'TIF'], why: 'The federal grant for performance pay.' },
  { names: ['English learner', 'ELL', 'ESL', 'multilingual learner', 'English language learner'], why: 'The name changes with each reauthorization.' },
  { names: ['special education', 'SPED', 'IEP', 'students with disabilities'], why: 'The service, its plan and whom it serves.' },
  { names: ['social and emotional learning', 'SEL', 'social-emotional learning'], why: 'By its letters.' },
  { names: ['multi-tiered system of supports', 'MTSS', 'RTI', 'response to intervention'], why: 'The framework and the one before it.' },
  { names: ['career and technical education', 'CTE', 'vocational education'], why: 'The newer and the older name.' },
  { names: ['human resources', 'HR', 'personnel office'], why: 'The office by its letters.' },
  { names: ['full-time equivalent', 'FTE'], why: 'How positions are counted.' },
];
