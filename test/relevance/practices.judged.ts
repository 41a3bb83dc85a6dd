/**
 * Judged by reading the 77 practices of 2011: 3 is what was meant, 2 helps as well, 1 touches on it. One line a
 * question: class | what is typed | practices with their grades.
 */
export const JUDGED_PRACTICES = `
plain | principal evaluation | denver-principal-evaluation:3 hillsborough-360-principal-evaluation:3 new-haven-principal-evaluation:3 winston-salem-survey-principal-evaluation:3 helena-val-ed:2 montgomery-county-as-pgs:2 denver-school-performance-framework:1
plain | career ladder | baltimore-career-ladder:3 hillsborough-three-teacher-positions:3 hillsborough-performance-differential-pay:3 st-francis-teacher-academy:2 st-francis-student-performance-improvement-program:1 st-francis-career-lattice:2 montgomery-county-shared-professional-development:2
plain | transfers of teachers | baltimore-mutual-consent-transfers:3 denver-mutual-consent-placement:3 green-dot-agreed-selection:2 new-haven-turnaround-reapplication:2 denver-partnership-innovation-waivers:1
plain | mentors for new teachers | helena-career-system-mentorship:3 new-haven-development-initiatives:3 hillsborough-three-teacher-positions:2 plattsburgh-peer-assistance-review:2 st-francis-teacher-academy:1 green-dot-school-based-development:1
plain | strategic plan | abc-unified-strategic-plan-review:3 abc-unified-board-plan-progress:3 montgomery-county-three-contracts:2 montgomery-county-annual-report-results-book:2 montgomery-county-leadership-teams:2 douglas-county-common-value:1
plain | school board evaluates the superintendent | abc-unified-board-plan-progress:3 abc-unified-strategic-plan-review:1
plain | joint committees of labor and management | baltimore-joint-committees:3 baltimore-bppslp:3 hillsborough-problem-solving-meetings:2 plattsburgh-education-policy-council:2 abc-unified-charter-agreement:2 new-haven-school-change-initiative:1 st-francis-act-committee:1
plain | performance pay | douglas-county-performance-pay:3 hillsborough-performance-differential-pay:3 denver-procomp:3 baltimore-achievement-unit-pay:2 douglas-county-cite:2 st-francis-career-lattice:2 new-haven-group-bonuses:2 helena-professional-compensation-alternative:2
plain | working conditions survey | winston-salem-working-conditions-projects:3 winston-salem-survey-principal-evaluation:3 hillsborough-360-principal-evaluation:1 new-haven-principal-evaluation:1
plain | teacher evaluation with student growth | new-haven-teacher-evaluation:3 baltimore-annual-evaluation-achievement-units:3 hillsborough-40-30-30-evaluation:3 st-francis-student-performance-improvement-program:2 montgomery-county-professional-growth-system:2 denver-teacher-evaluation-pilot:1
plain | waivers | denver-partnership-innovation-waivers:3 denver-innovation-schools-calendar:2 douglas-county-alternative-licensure:2
plain | health insurance | plattsburgh-flexible-health-benefits:3
plain | turnaround schools | new-haven-turnaround-work-rules:3 new-haven-turnaround-reapplication:3 denver-partnership-innovation-waivers:1
plain | planning time for teachers | montgomery-county-planning-days:3 green-dot-duties-not-hours:2 winston-salem-flexible-week-blocks:2 denver-innovation-schools-calendar:1
plain | professional development | st-francis-teacher-academy:3 montgomery-county-shared-professional-development:3 green-dot-school-based-development:2 plattsburgh-development-committees:2 denver-collaborative-school-committee:3 new-haven-development-initiatives:2 douglas-county-staff-development-center:2 abc-unified-pal-retreat:1
plain | parents in decisions | winston-salem-advisory-councils:3 green-dot-shared-decision-framework:3 abc-unified-strategic-plan-review:1
plain | national board certification | montgomery-county-national-board-stipend:3 montgomery-county-professional-growth-system:1
plain | bonuses for groups of teachers | new-haven-group-bonuses:3 denver-procomp:1
plain | open books in negotiations | helena-consensus-negotiations:3 helena-shared-governance:2
plain | staff vote to change working conditions | baltimore-working-conditions-pilot:3 new-haven-turnaround-work-rules:3 denver-innovation-schools-calendar:2 denver-partnership-innovation-waivers:2
misspelt | principle evaluaton | denver-principal-evaluation:3 hillsborough-360-principal-evaluation:3 new-haven-principal-evaluation:3 winston-salem-survey-principal-evaluation:3 helena-val-ed:2 montgomery-county-as-pgs:2
misspelt | carreer laddar | baltimore-career-ladder:3 hillsborough-three-teacher-positions:3 hillsborough-performance-differential-pay:3 st-francis-teacher-academy:2 st-francis-career-lattice:2 montgomery-county-shared-professional-development:2
misspelt | concensus negotiations | helena-consensus-negotiations:3 helena-shared-governance:3
misspelt | strategic plann review | abc-unified-strategic-plan-review:3 abc-unified-board-plan-progress:3 montgomery-county-leadership-teams:1
misspelt | turnarround | new-haven-turnaround-work-rules:3 new-haven-turnaround-reapplication:3 denver-partnership-innovation-waivers:1
misspelt | peer asistance | plattsburgh-peer-assistance-review:3 abc-unified-pass:3 montgomery-county-professional-growth-system:3 montgomery-county-as-pgs:2
misspelt | teacher acadamy | st-francis-teacher-academy:3
misspelt | education cabnet | st-francis-education-cabinet:3
misspelt | mutal consent | baltimore-mutual-consent-transfers:3 denver-mutual-consent-placement:3 green-dot-agreed-selection:2
misspelt | acheivement units | baltimore-career-ladder:3 baltimore-annual-evaluation-achievement-units:3 baltimore-achievement-unit-pay:3
misspelt | alternitive licensure | douglas-county-alternative-licensure:3
misspelt | teacher compensaton | denver-procomp:3 helena-professional-compensation-alternative:3 helena-career-system-mentorship:1 helena-shared-governance:1
misspelt | advisery councils | winston-salem-advisory-councils:3
misspelt | inovation schools | denver-innovation-schools-calendar:3 denver-partnership-innovation-waivers:3
misspelt | governence | helena-shared-governance:3 baltimore-joint-committees:1
misspelt | portfollio evaluation | green-dot-portfolio-evaluation:3 douglas-county-performance-pay:1
misspelt | national bord certification | montgomery-county-national-board-stipend:3
synonym | appraisal of principals | denver-principal-evaluation:3 hillsborough-360-principal-evaluation:3 new-haven-principal-evaluation:3 winston-salem-survey-principal-evaluation:3 helena-val-ed:2 montgomery-county-as-pgs:2
synonym | merit pay | douglas-county-performance-pay:3 hillsborough-performance-differential-pay:3 denver-procomp:3 baltimore-achievement-unit-pay:2 new-haven-group-bonuses:2 helena-professional-compensation-alternative:2 st-francis-career-lattice:2
synonym | peer review of teachers | plattsburgh-peer-assistance-review:3 montgomery-county-professional-growth-system:3 st-francis-student-performance-improvement-program:3 hillsborough-40-30-30-evaluation:2 denver-teacher-evaluation-pilot:2 abc-unified-pass:2
synonym | helping struggling teachers | abc-unified-pass:3 montgomery-county-professional-growth-system:3 douglas-county-improvement-plan-team:3 plattsburgh-peer-assistance-review:2
synonym | reassignment of displaced teachers | denver-mutual-consent-placement:3 baltimore-mutual-consent-transfers:2 new-haven-turnaround-reapplication:2 green-dot-agreed-selection:1
synonym | salaries | helena-professional-compensation-alternative:3 denver-procomp:3 baltimore-achievement-unit-pay:3 douglas-county-performance-pay:3 hillsborough-performance-differential-pay:3 new-haven-group-bonuses:2 montgomery-county-national-board-stipend:2 baltimore-annual-evaluation-achievement-units:2 st-francis-career-lattice:2 baltimore-career-ladder:1
synonym | site-based management | winston-salem-advisory-councils:3 green-dot-shared-decision-framework:3 helena-shared-governance:2 plattsburgh-council-and-school-teams:2 denver-collaborative-school-committee:2
synonym | trustees rate their own work | abc-unified-board-plan-progress:3
synonym | induction of beginning teachers | new-haven-development-initiatives:3 helena-career-system-mentorship:3 plattsburgh-peer-assistance-review:2 montgomery-county-shared-professional-development:2 st-francis-student-performance-improvement-program:1
synonym | win-win bargaining | montgomery-county-three-contracts:3 montgomery-county-leadership-teams:3 denver-partnership-innovation-waivers:2 helena-consensus-negotiations:3 helena-shared-governance:2
synonym | faculty survey | winston-salem-working-conditions-projects:3 winston-salem-survey-principal-evaluation:3 hillsborough-360-principal-evaluation:3 new-haven-principal-evaluation:2
synonym | teacher training | green-dot-school-based-development:3 st-francis-teacher-academy:3 new-haven-development-initiatives:3 montgomery-county-shared-professional-development:3 denver-collaborative-school-committee:2 douglas-county-staff-development-center:2 plattsburgh-development-committees:2 douglas-county-alternative-licensure:1
synonym | prep periods | green-dot-duties-not-hours:3 montgomery-county-planning-days:3 winston-salem-flexible-week-blocks:2
synonym | fringe benefits | plattsburgh-flexible-health-benefits:3 helena-professional-compensation-alternative:1
synonym | alternative certification | douglas-county-alternative-licensure:3
synonym | lead teacher roles | hillsborough-three-teacher-positions:3 baltimore-career-ladder:3 montgomery-county-shared-professional-development:3 new-haven-group-bonuses:2 green-dot-school-based-development:2 st-francis-teacher-academy:2 douglas-county-staff-development-center:2
synonym | layoffs by seniority | green-dot-agreed-selection:3 denver-mutual-consent-placement:3 new-haven-turnaround-reapplication:1
synonym | budget transparency | helena-consensus-negotiations:3 montgomery-county-leadership-teams:1
phrase | mutual consent | baltimore-mutual-consent-transfers:3 denver-mutual-consent-placement:3
phrase | "interest-based bargaining" | montgomery-county-three-contracts:3 montgomery-county-leadership-teams:3 denver-partnership-innovation-waivers:3
phrase | student growth | new-haven-teacher-evaluation:3 baltimore-annual-evaluation-achievement-units:3 st-francis-student-performance-improvement-program:3 denver-procomp:2 hillsborough-360-principal-evaluation:1
phrase | "career lattice" | st-francis-career-lattice:3 montgomery-county-shared-professional-development:3
phrase | consulting teacher | plattsburgh-peer-assistance-review:3
phrase | "school improvement team" | plattsburgh-council-and-school-teams:3
phrase | design team | denver-principal-evaluation:3 denver-teacher-evaluation-pilot:3
phrase | performance review team | st-francis-student-performance-improvement-program:3
phrase | shared governance | helena-shared-governance:3
phrase | achievement gap | montgomery-county-planning-days:3
phrase | third party validation | new-haven-teacher-evaluation:3
phrase | peer evaluators | hillsborough-three-teacher-positions:3 hillsborough-40-30-30-evaluation:3 denver-teacher-evaluation-pilot:1
phrase | code of conduct | winston-salem-working-conditions-projects:3
phrase | yearly plan review | abc-unified-board-plan-progress:3 abc-unified-strategic-plan-review:3
phrase | statement of beliefs | new-haven-statement-of-beliefs:3
acronym | PAR | plattsburgh-peer-assistance-review:3 montgomery-county-professional-growth-system:3 montgomery-county-as-pgs:2 abc-unified-pass:1
acronym | PGS | montgomery-county-professional-growth-system:3 montgomery-county-as-pgs:3
acronym | IBB | montgomery-county-three-contracts:3 montgomery-county-leadership-teams:3 denver-partnership-innovation-waivers:3 helena-consensus-negotiations:1 helena-shared-governance:2
acronym | MOU | douglas-county-cite:3
acronym | CITE | douglas-county-cite:3
acronym | PAL | abc-unified-pal-retreat:3
acronym | ProComp | denver-procomp:3
acronym | VAL-ED | helena-val-ed:3
acronym | BPPSLP | baltimore-bppslp:3 baltimore-joint-committees:3
acronym | HR | abc-unified-district-partnership:3 new-haven-turnaround-reapplication:3
acronym | TEVAL | new-haven-teacher-evaluation:3 new-haven-school-change-initiative:2
acronym | ACT committee | st-francis-act-committee:3
acronym | SPIP | st-francis-student-performance-improvement-program:3 st-francis-education-cabinet:2
acronym | ER&D | douglas-county-alternative-licensure:3
acronym | PASS | abc-unified-pass:3
acronym | PD committee | denver-collaborative-school-committee:2 plattsburgh-development-committees:3 green-dot-school-based-development:3
`;
