-- The record of somebody who handed over a million items in ten years: 140,626 jobs of 8 items, one of nine kept.
-- Not a record of anybody's: the same each time. Steps and events are left out; no figure reads them by the million.

CREATE TEMP TABLE made AS
WITH RECURSIVE job (number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM job WHERE number < 140625),
    place (place) AS (VALUES (0), (1), (2), (3), (4), (5), (6), (7)),
    -- The last job is closed on 24 November 2026 at 16:00, one every 37 minutes before.
    dated AS (SELECT number, 1795536000000 - (140625 - number) * 2242600 AS closed_at FROM job),
    item AS (
        SELECT number, place, number * 8 + place AS n, closed_at, closed_at - 14400000 AS created_at,
               5 + (number * 8 + place) * 37 % 90 AS minutes,
               -- Chance, the same each time: a thousand sides.
               ((number * 8 + place + 1) * 2654435761 >> 7) % 1000 AS chance
        FROM dated, place)
SELECT number, place, n, closed_at, created_at, minutes, chance,
       printf('%08x-%04x-7000-8000-%012x', created_at >> 16, created_at & 65535, number) AS job_id,
       printf('%08x-%04x-7000-8000-%012x', created_at >> 16, created_at & 65535, n) AS id,
       n % 9 = 0 AS is_kept,
       -- The longer, the seldomer right.
       CASE WHEN chance < 900 - minutes * 5 THEN 'accepted'
            WHEN chance % 3 = 0 THEN 'accepted_after_rework' ELSE 'rejected' END AS verdict,
       CASE n * 7 % 11 WHEN 0 THEN 'write' WHEN 1 THEN 'check' WHEN 2 THEN 'code' WHEN 3 THEN 'translate'
            WHEN 4 THEN 'plan' WHEN 5 THEN 'edit' WHEN 6 THEN 'research' WHEN 7 THEN 'file' ELSE 'message' END AS kind,
       created_at + place * 1200000 AS started_at,
       created_at + place * 1200000 + 300000 AS ended_at,
       created_at + place * 1200000 + 600000 AS reviewed_at,
       created_at + place * 1200000 + 900000 AS finished_at
FROM item ORDER BY number, place;

INSERT INTO agents (id, name, way, family, config, created_at)
SELECT '00000000-0000-7000-8000-000000000001', 'goose', 'imported', 'one', '{}', min(created_at) FROM made
UNION ALL SELECT '00000000-0000-7000-8000-000000000002', 'codex', 'imported', 'two', '{}', min(created_at) FROM made;

INSERT INTO jobs (id, number, title, brief, created_at, closed_at)
SELECT job_id, number + 1, 'Job ' || number, '', created_at, closed_at FROM made WHERE place = 0;

INSERT INTO items (id, job_id, number, position, title, kind, estimate_minutes, estimate_source, status, created_at)
SELECT id, job_id, place + 1, (place + 1) * 1024, 'Item ' || n, kind, minutes, 'person', 'done', created_at FROM made;

INSERT INTO assignments (id, item_id, agent_id, reason, estimate_minutes, estimate_source, frozen_at, assigned_at, ended_at)
SELECT id, id, iif(n % 5, '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'),
       'chosen', minutes, 'person', started_at, started_at, reviewed_at
FROM made WHERE NOT is_kept;

INSERT INTO attempts (id, item_id, assignment_id, number, started_at, ended_at, outcome, chat_rounds, tokens_in,
    tokens_out, reported_cost_nano)
SELECT id, id, id, 1, started_at, ended_at, 'delivered', 1, 4000, 900, 10000000 FROM made WHERE NOT is_kept;

INSERT INTO checks (id, attempt_id, round, result, started_at, ended_at)
SELECT id, id, 0, iif(chance % 50, 'holds', 'fails'), ended_at, ended_at FROM made WHERE NOT is_kept;

INSERT INTO reviews (id, attempt_id, verdict, reason, reviewed_at)
SELECT id, id, verdict, iif(verdict = 'rejected', 'wrong_facts', NULL), reviewed_at FROM made WHERE NOT is_kept;

-- What was kept, and what AI did not get right.
INSERT INTO finishes (id, item_id, estimate_minutes, estimate_source, finished_at)
SELECT id, id, minutes, 'person', finished_at FROM made WHERE is_kept OR verdict = 'rejected';

INSERT INTO intervals (id, job_id, item_id, review_id, kind, source, started_at, ms)
SELECT printf('%s-7001-8000-%012x', substr(id, 1, 13), n), job_id, id, NULL, 'brief', 'measured', started_at, 60000
FROM made WHERE NOT is_kept
UNION ALL
SELECT printf('%s-7002-8000-%012x', substr(id, 1, 13), n), job_id, id, id, 'review', 'measured', ended_at,
       90000 + chance * 100
FROM made WHERE NOT is_kept
UNION ALL
SELECT printf('%s-7003-8000-%012x', substr(id, 1, 13), n), job_id, id, id, 'rework', 'measured', reviewed_at, 240000
FROM made WHERE NOT is_kept AND verdict = 'accepted_after_rework'
UNION ALL
SELECT printf('%s-7004-8000-%012x', substr(id, 1, 13), n), job_id, id, NULL, 'work', 'measured', reviewed_at,
       minutes * 60000 + chance * 600 - 200000
FROM made WHERE is_kept OR verdict = 'rejected'
ORDER BY 1;

-- Chance has looked at every kept item once, and picked one of eighty for the shadow.
INSERT INTO draws (item_id, week, probability, is_drawn, drawn_at)
SELECT id, strftime('%Y-W%W', finished_at / 1000, 'unixepoch'), 0.0125, n % 80 = 0, started_at FROM made WHERE is_kept;

INSERT INTO assignments (id, item_id, agent_id, mode, reason, estimate_minutes, estimate_source, frozen_at, assigned_at,
    ended_at)
SELECT printf('%s-7001-8000-%012x', substr(id, 1, 13), n), id, '00000000-0000-7000-8000-000000000001', 'shadow', 'drawn',
       minutes, 'person', started_at, started_at, reviewed_at
FROM made WHERE is_kept AND n % 80 = 0;

INSERT INTO attempts (id, item_id, assignment_id, number, purpose, started_at, ended_at, outcome, reported_cost_nano)
SELECT printf('%s-7001-8000-%012x', substr(id, 1, 13), n), id, printf('%s-7001-8000-%012x', substr(id, 1, 13), n), 1,
       'shadow', started_at, ended_at, 'delivered', 10000000
FROM made WHERE is_kept AND n % 80 = 0;

INSERT INTO reviews (id, attempt_id, verdict, reason, reviewed_at)
SELECT printf('%s-7001-8000-%012x', substr(id, 1, 13), n), printf('%s-7001-8000-%012x', substr(id, 1, 13), n), verdict,
       iif(verdict = 'rejected', 'wrong_facts', NULL), reviewed_at
FROM made WHERE is_kept AND n % 80 = 0;

DROP TABLE made;
