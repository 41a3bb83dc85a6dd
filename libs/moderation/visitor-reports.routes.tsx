import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Get } from '@app/platform/feature';
import { Invalid, NotAllowed, TooMany } from '@app/platform/graphql';
import { StillPages } from '@app/platform/open';
import { REPORT_PAGE, aboutIn } from './report-path.js';
import { ConfirmReports, ReportForm, visitorWords as say } from './visitor-pages.js';
import { VisitorReports } from './visitor-reports.service.js';

/** More than all fields may hold, each sign of them written out as nine. */
const BODY_LIMIT = 32 * 1024;
type Form = FastifyRequest<{ Body: URLSearchParams }>;

/** The form on which a visitor reports something, and the page on which they confirm it. Only POST changes anything: mail filters open every link. */
export async function registerVisitorReports(server: FastifyInstance, get: Get): Promise<void> {
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: BODY_LIMIT }, (_request, body, done) => done(null, new URLSearchParams(String(body))));
    const [pages, reports] = [get(StillPages), get(VisitorReports)];

    scope.get(REPORT_PAGE, async (request: FastifyRequest<{ Querystring: { about?: string } }>, reply) => {
      const about = aboutIn(request.query.about);
      const reported = about && (await reports.find(about));
      return about && reported ? pages.send(reply, { title: say.title, lead: say.lead, body: <ReportForm about={about} reported={reported} /> }) : pages.nothing(reply);
    });

    scope.post(REPORT_PAGE, async (request: Form, reply) => {
      const typed = Object.fromEntries(new URLSearchParams(request.body ?? ''));
      const about = aboutIn(typed['about']);
      if (!about) return pages.nothing(reply);
      // Only programs fill in what nobody sees. They are told what people are told.
      if (typed['website']) return reply.redirect(`${REPORT_PAGE}/sent`, 303);
      try {
        await reports.ask(about, { reason: typed['reason'], words: typed['words'], address: typed['address'] }, request.ip);
        return await reply.redirect(`${REPORT_PAGE}/sent`, 303);
      } catch (problem) {
        if (problem instanceof NotAllowed) return pages.nothing(reply);
        if (problem instanceof TooMany) return pages.send(reply, { title: say.tooManyTitle, lead: problem.message }, 429);
        const reported = problem instanceof Invalid ? await reports.find(about) : null;
        if (!(problem instanceof Invalid) || !reported) throw problem;
        const mistakes = Object.fromEntries(problem.fields.map(({ field, message }) => [field, message]));
        return pages.send(reply, { title: say.title, lead: say.mistaken, body: <ReportForm about={about} reported={reported} typed={typed} mistakes={mistakes} /> }, 400);
      }
    });

    scope.get(`${REPORT_PAGE}/sent`, async (_request, reply) => pages.send(reply, { title: say.sentTitle, lead: say.sentLead }));

    const shown = async (reply: FastifyReply, token: string): Promise<FastifyReply> => {
      const behind = await reports.behind(token);
      return behind ? pages.send(reply, { title: say.confirmTitle, lead: say.confirmLead, body: <ConfirmReports reports={behind} to={`${REPORT_PAGE}/confirm/${token}`} /> }) : pages.nothing(reply);
    };
    scope.get(`${REPORT_PAGE}/confirm/:token`, async (request: FastifyRequest<{ Params: { token: string } }>, reply) => shown(reply, request.params.token));

    scope.post(`${REPORT_PAGE}/confirm/:token`, async (request: FastifyRequest<{ Params: { token: string }; Body: URLSearchParams }>, reply) => {
      const { token } = request.params;
      try {
        await reports.confirm(token, new URLSearchParams(request.body ?? '').get('id') ?? '');
      } catch (problem) {
        if (problem instanceof NotAllowed) return pages.nothing(reply);
        throw problem;
      }
      return reply.redirect(`${REPORT_PAGE}/confirm/${encodeURIComponent(token)}`, 303);
    });
  });
}
