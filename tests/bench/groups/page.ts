import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { toDay } from '../../../core/model/calendar.ts';
import { developmentClientId, developmentTenantId } from '../../../development/development-tenant.ts';
import { sealText } from '../../../crypto/seal-text.ts';
import { recipientFromSeed } from '../../../crypto/node/hybrid-recipient.ts';
import { createEntra } from '../../fakes/entra.ts';
import { submitRequest } from '../../support/access/report-bodies.ts';
import type { Group } from '../group.ts';
import { startBotProcess } from '../child-process.ts';
import { medianFigure, runRounds, createSide } from '../rounds.ts';
import { atLeast, createRows } from '../row.ts';
import { createDevelopmentEnvironment } from '../environment.ts';
import { type ReportScript, createReportScript } from '../report-script.ts';

const answerSchema = z.object({ kind: z.literal('saved'), isNew: z.literal(true) });

export const page: Group = {
  name: 'page',
  title: 'reports that the page sealed beside those by a dialog, by one server',
  takes: 'two minutes',
  async *measure({ reports }) {
    const row = createRows(
      `Whole reports, 2,000 characters, SQLite FULL, ${reports.people} people at a time, by both doors of one server`,
    );
    const clock = () => new Date();
    const entra = await createEntra({ tenantId: developmentTenantId, clientId: developmentClientId, clock });
    const setting = await createDevelopmentEnvironment({ BENCH_ENTRA: JSON.stringify({ keys: entra.published() }) });
    const bot = await startBotProcess('candour', setting.environment);
    const bearers: string[] = [];
    // So many people that no one comes to a bound.
    const tokens = 20 * reports.people;
    while (bearers.length < tokens) bearers.push(await entra.token({ objectId: randomUUID() }));
    // Made before: it is the server that is measured.
    const { acu, recovery } = setting.keys.recipients;
    const sealedReport = await sealText(JSON.stringify({ what: '.'.repeat(3_000) }), [...acu, ...recovery]);
    const mailbox = recipientFromSeed(new Uint8Array(32).fill(3));
    let turns = 0;
    const way: ReportScript = async (wire) => {
      const authorization = `Bearer ${bearers[((turns += 1)) % tokens]}`;
      const receivedOn = toDay(clock(), 'Europe/London');
      const sent = JSON.stringify({ ...submitRequest(clock(), mailbox), receivedOn, sealedReport });
      const { status, body, tookMs } = await wire.post(sent, { authorization });
      const isSaved = status === 200 && answerSchema.safeParse(JSON.parse(body.toString())).success;
      return { seed: 0, tookMs: [tookMs], at: performance.now(), refused: !isSaved };
    };
    const endpoint = new URL('/api/tab/report.submit', bot.endpoint).href;
    const [byDialog, byPage] = [
      createSide({ bot, way: createReportScript() }),
      createSide({ bot: { ...bot, endpoint }, way }),
    ];
    await runRounds([byDialog, byPage], reports);
    await bot.stop();
    await setting.remove();
    const [ours, theirs] = [medianFigure(byPage, 'reportsPerSecond'), medianFigure(byDialog, 'reportsPerSecond')];
    yield [
      row('sealed on the page', ours, 'reports/s', atLeast(90)),
      row('by a dialog, sealed on the server', theirs, 'reports/s', atLeast(90)),
      row('the page over the dialog', ours / theirs, 'times', atLeast(2)),
      row('processor of the driver a report: the page', medianFigure(byPage, 'drivenReportMs'), 'ms'),
      row('processor of the driver a report: the dialog', medianFigure(byDialog, 'drivenReportMs'), 'ms'),
    ];
  },
};
