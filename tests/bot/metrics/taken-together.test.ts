import { describe, expect, it } from '@jest/globals';
import { takenTogether } from '../../../bot/metrics/taken-together.ts';
import { samplesIn, valueOf } from '../../support/metrics/scrape.ts';

const text = (lines: readonly string[]): string => [...lines, ''].join('\n');
const described = ['# HELP candour_memory_bytes Memory.', '# TYPE candour_memory_bytes gauge'];

describe('the numbers of several processes of a server', () => {
  it('are added, or are those of the one that is worst off, as the table says', () => {
    const one = text([
      'candour_store_ready 1',
      'candour_memory_bytes 64',
      'candour_alerts_overdue 0',
      'candour_task_late_seconds{task="alerts"} 0',
      'candour_started_seconds 200',
      'candour_store_check_seconds_bucket{le="0.005"} 3',
      'candour_store_check_seconds_sum 0.5',
      'candour_store_check_seconds_count 3',
    ]);
    const other = text([
      'candour_store_ready 0',
      'candour_memory_bytes 128',
      'candour_alerts_overdue 5',
      'candour_task_late_seconds{task="alerts"} 900',
      'candour_task_late_seconds{task="drafts"} 300',
      'candour_started_seconds 100',
      'candour_store_check_seconds_bucket{le="0.005"} 1',
      'candour_store_check_seconds_sum 0.25',
      'candour_store_check_seconds_count 2',
    ]);
    const together = takenTogether([one, other], []);
    const values = samplesIn(together).map(({ name, labels, value }) => [name, ...Object.values(labels), value]);
    expect(values).toEqual([
      ['candour_store_ready', 0],
      ['candour_memory_bytes', 192],
      ['candour_alerts_overdue', 5],
      ['candour_task_late_seconds', 'alerts', 900],
      ['candour_task_late_seconds', 'drafts', 300],
      ['candour_started_seconds', 100],
      ['candour_store_check_seconds_bucket', '0.005', 4],
      ['candour_store_check_seconds_sum', 0.75],
      ['candour_store_check_seconds_count', 5],
    ]);
  });

  it('are described once each, before their samples', () => {
    const one = text([...described, 'candour_memory_bytes 64']);
    expect(takenTogether([one, one], []).split('\n').slice(0, 3)).toEqual([...described, 'candour_memory_bytes 128']);
  });

  it('have the events that were counted for all of them, and no other', () => {
    const one = text(['candour_events_total{event="started"} 7', 'candour_memory_bytes 64']);
    const totals = [
      { event: 'started', reason: '', count: 1 },
      { event: 'failed', reason: 'late', count: 6 },
    ];
    const together = takenTogether([one], totals);
    expect(valueOf(together, 'candour_events_total', { event: 'started' })).toBe(1);
    expect(valueOf(together, 'candour_events_total', { event: 'failed', reason: 'late' })).toBe(6);
  });

  it('hold nothing that is no metric of the table', () => {
    expect(takenTogether([text(['process_title{name="x"} 1', 'nonsense'])], [])).not.toMatch(/process_title|nonsense/u);
  });
});
