-- The first schema. Ids are UUIDv7 text, instants (…_at) UTC milliseconds, money nano-dollars.
-- Unknown is NULL, never 0. State tables hold the present; facts are written once and only ever
-- withdrawn; `events` says in what order things happened.

CREATE TABLE templates (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, body TEXT NOT NULL CHECK (json_valid(body)),
    created_at INTEGER NOT NULL, deleted_at INTEGER
) STRICT;
-- A name may be used again once its list was deleted.
CREATE UNIQUE INDEX template_names ON templates (name) WHERE deleted_at IS NULL;

CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,                 -- what people type: 12
    title TEXT NOT NULL CHECK (title <> ''),
    brief TEXT NOT NULL,                            -- the pasted text, verbatim in UTF-8
    brief_lang TEXT, workspace TEXT, checklist TEXT,
    template_id TEXT REFERENCES templates (id), trial INTEGER, list_version INTEGER NOT NULL DEFAULT 1,
    own_minutes_guess INTEGER,                      -- "doing all of it yourself: how long?"
    guess_share REAL,                               -- the person's guess of AI's part, before
    is_sample INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL, closed_at INTEGER, again_due_at INTEGER, deleted_at INTEGER
) STRICT;
CREATE INDEX jobs_by_close ON jobs (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX jobs_open ON jobs (number) WHERE closed_at IS NULL;
CREATE INDEX jobs_uncounted ON jobs (id) WHERE is_sample <> 0 OR deleted_at IS NOT NULL;

CREATE TABLE items (
    id TEXT PRIMARY KEY,
    job_id TEXT NOT NULL REFERENCES jobs (id),
    number INTEGER NOT NULL,                        -- within the job: 12.3
    parent_id TEXT REFERENCES items (id),           -- the bundle or whole job that covers this item
    scope TEXT NOT NULL DEFAULT 'item',
    position INTEGER NOT NULL,
    section TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL CHECK (title <> ''),
    instructions TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '',
    risk TEXT NOT NULL DEFAULT 'none',
    suggested TEXT NOT NULL DEFAULT 'either',
    why TEXT NOT NULL DEFAULT 'nothing_says',
    estimate_minutes INTEGER CHECK (estimate_minutes >= 1 AND (scope <> 'item' OR estimate_minutes <= 480)),
    estimate_source TEXT NOT NULL DEFAULT 'rule',
    status TEXT NOT NULL DEFAULT 'open'
        CHECK (status IN ('open','queued','working','waiting','in_review','done','blocked','dropped')),
    waiting_for TEXT, not_before INTEGER,
    spans TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(spans)),
    files TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(files)),       -- inputs, outputs
    template_item TEXT,
    done_before INTEGER NOT NULL DEFAULT 0,         -- ticked before Halfday: outside all figures
    would_have_done TEXT,
    commands_since INTEGER,                         -- since when AI may ask to run commands; NULL: it may not
    created_at INTEGER NOT NULL, deleted_at INTEGER,
    UNIQUE (job_id, number),
    CHECK ((status = 'waiting') = (waiting_for IS NOT NULL))
) STRICT;
CREATE INDEX items_by_job ON items (job_id, position, id);
CREATE INDEX items_done_before ON items (id) WHERE done_before <> 0;
CREATE INDEX items_by_status ON items (status) WHERE status IN ('queued','working','waiting','in_review','blocked');
CREATE INDEX items_by_parent ON items (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE subitems (
    id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES items (id), position INTEGER NOT NULL,
    title TEXT NOT NULL, done INTEGER NOT NULL DEFAULT 0,
    spans TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(spans)), deleted_at INTEGER
) STRICT;
CREATE INDEX subitems_by_item ON subitems (item_id, position);

CREATE TABLE dependencies (
    item_id TEXT NOT NULL REFERENCES items (id), needs_id TEXT NOT NULL REFERENCES items (id),
    PRIMARY KEY (item_id, needs_id), CHECK (item_id <> needs_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE planned_checks (
    id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES items (id), position INTEGER NOT NULL,
    text TEXT NOT NULL,                             -- the line of "done when", in the person's words
    kind TEXT NOT NULL, spec TEXT NOT NULL CHECK (json_valid(spec)), required INTEGER NOT NULL DEFAULT 1,
    deleted_at INTEGER
) STRICT;
CREATE INDEX planned_checks_by_item ON planned_checks (item_id, position);

CREATE TABLE agents (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, way TEXT NOT NULL, family TEXT NOT NULL DEFAULT '',
    model TEXT NOT NULL DEFAULT '', config TEXT NOT NULL CHECK (json_valid(config)),
    created_at INTEGER NOT NULL, retired_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX agent_names ON agents (name) WHERE retired_at IS NULL;

CREATE TABLE assignments (
    id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES items (id),
    agent_id TEXT REFERENCES agents (id),           -- NULL: the person
    mode TEXT NOT NULL DEFAULT 'normal', reason TEXT NOT NULL, draw_probability REAL,
    estimate_minutes INTEGER, estimate_source TEXT, frozen_at INTEGER,
    assigned_at INTEGER NOT NULL, ended_at INTEGER
) STRICT, WITHOUT ROWID;                            -- found by its id for every attempt: one look instead of two
CREATE UNIQUE INDEX one_open_assignment ON assignments (item_id, mode) WHERE ended_at IS NULL;
CREATE INDEX assignments_by_item ON assignments (item_id);

CREATE TABLE owners (
    id TEXT PRIMARY KEY, pid INTEGER NOT NULL, program TEXT NOT NULL,
    started_at INTEGER NOT NULL, ended_at INTEGER
) STRICT;

CREATE TABLE attempts (
    id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES items (id),
    assignment_id TEXT NOT NULL REFERENCES assignments (id),
    number INTEGER NOT NULL CHECK (number > 0),
    purpose TEXT NOT NULL DEFAULT 'work',           -- work | shadow | bench
    owner_id TEXT REFERENCES owners (id), epoch INTEGER NOT NULL DEFAULT 0,
    nonce TEXT, brief TEXT,                         -- the clipboard brief as it left, to know it when it is pasted back
    asked TEXT,                                     -- the hash of what the brief said of the item
    veil TEXT CHECK (veil IS NULL OR json_valid(veil)),               -- stand-ins, mapped back on return
    goes_on_from TEXT REFERENCES attempts (id),     -- the lost or stopped attempt whose last checkpoint it began with
    started_at INTEGER NOT NULL, last_event_at INTEGER,
    stop_asked_at INTEGER, stop_why TEXT, ended_at INTEGER,
    outcome TEXT CHECK (outcome IN ('delivered','failed','stopped','lost')), reason TEXT, detail TEXT,
    chat_rounds INTEGER, self_confidence REAL,
    tokens_in INTEGER, tokens_out INTEGER, tokens_cached INTEGER,
    reported_cost_nano INTEGER, computed_cost_nano INTEGER, price_table TEXT,
    withdrawn_at INTEGER,
    UNIQUE (item_id, purpose, number),
    CHECK ((ended_at IS NULL) = (outcome IS NULL)),
    CHECK (outcome IS NOT 'failed' OR reason IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX one_open_attempt ON attempts (item_id)
    WHERE ended_at IS NULL AND purpose = 'work' AND withdrawn_at IS NULL;
CREATE INDEX attempts_by_nonce ON attempts (nonce) WHERE nonce IS NOT NULL;
CREATE INDEX attempts_by_end ON attempts (ended_at, item_id);
CREATE INDEX attempts_by_start ON attempts (started_at);
CREATE INDEX attempts_beside ON attempts (item_id) WHERE purpose <> 'work';
CREATE INDEX attempts_by_owner ON attempts (owner_id) WHERE ended_at IS NULL AND owner_id IS NOT NULL;

CREATE TABLE steps (
    attempt_id TEXT NOT NULL REFERENCES attempts (id), seq INTEGER NOT NULL, at INTEGER NOT NULL,
    kind TEXT NOT NULL, data TEXT NOT NULL CHECK (json_valid(data)), score REAL,
    PRIMARY KEY (attempt_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX rehearsals_by_attempt ON steps (attempt_id) WHERE kind = 'rehearsal';

-- What the driver does to the world: the row is there before it is done, its end after it.
CREATE TABLE acts (
    attempt_id TEXT NOT NULL REFERENCES attempts (id), seq INTEGER NOT NULL, kind TEXT NOT NULL,
    began_at INTEGER NOT NULL, ended_at INTEGER, result TEXT, PRIMARY KEY (attempt_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE questions (
    id TEXT PRIMARY KEY, attempt_id TEXT NOT NULL REFERENCES attempts (id), asked_at INTEGER NOT NULL,
    kind TEXT NOT NULL, body TEXT NOT NULL CHECK (json_valid(body)), answered_at INTEGER, answer TEXT
) STRICT;
CREATE INDEX questions_by_attempt ON questions (attempt_id, asked_at);

CREATE TABLE checkpoints (
    attempt_id TEXT NOT NULL REFERENCES attempts (id), seq INTEGER NOT NULL, label TEXT NOT NULL,
    manifest TEXT NOT NULL, taken_at INTEGER NOT NULL, PRIMARY KEY (attempt_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE checks (
    id TEXT PRIMARY KEY, attempt_id TEXT NOT NULL REFERENCES attempts (id),
    planned_id TEXT REFERENCES planned_checks (id), round INTEGER NOT NULL,
    result TEXT NOT NULL, detail TEXT NOT NULL DEFAULT '', started_at INTEGER NOT NULL, ended_at INTEGER NOT NULL
) STRICT;
CREATE INDEX checks_by_attempt ON checks (attempt_id, round, result);

CREATE TABLE deliverables (
    id TEXT PRIMARY KEY, attempt_id TEXT NOT NULL REFERENCES attempts (id),
    path TEXT NOT NULL, hash TEXT NOT NULL, bytes INTEGER NOT NULL,
    base_hash TEXT,                                 -- the person's file when the work began; NULL: there was none
    reworked_hash TEXT
) STRICT;
CREATE INDEX deliverables_by_attempt ON deliverables (attempt_id);

CREATE TABLE publications (
    deliverable_id TEXT NOT NULL REFERENCES deliverables (id), target TEXT NOT NULL,
    before_hash TEXT, after_hash TEXT NOT NULL,
    published_at INTEGER NOT NULL, taken_back_at INTEGER, PRIMARY KEY (deliverable_id, target, published_at)
) STRICT;

CREATE TABLE reviews (
    id TEXT PRIMARY KEY, attempt_id TEXT NOT NULL REFERENCES attempts (id),
    verdict TEXT NOT NULL CHECK (verdict IN ('accepted','accepted_after_rework','rejected')),
    reason TEXT, first_wrong_step INTEGER, note TEXT NOT NULL DEFAULT '',
    reviewed_at INTEGER NOT NULL, withdrawn_at INTEGER,
    CHECK ((verdict = 'rejected') = (reason IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX one_standing_review ON reviews (attempt_id) WHERE withdrawn_at IS NULL;
CREATE INDEX reviews_by_time ON reviews (reviewed_at, attempt_id) WHERE withdrawn_at IS NULL;

CREATE TABLE finishes (
    id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES items (id),
    estimate_minutes INTEGER, estimate_source TEXT, felt TEXT,
    finished_at INTEGER NOT NULL, withdrawn_at INTEGER
) STRICT;
CREATE UNIQUE INDEX one_standing_finish ON finishes (item_id) WHERE withdrawn_at IS NULL;
CREATE INDEX finishes_by_time ON finishes (finished_at, item_id) WHERE withdrawn_at IS NULL;

CREATE TABLE intervals (
    id TEXT PRIMARY KEY, job_id TEXT NOT NULL REFERENCES jobs (id), item_id TEXT REFERENCES items (id),
    review_id TEXT REFERENCES reviews (id), kind TEXT NOT NULL, source TEXT NOT NULL,
    started_at INTEGER NOT NULL, ms INTEGER NOT NULL CHECK (ms >= 0), withdrawn_at INTEGER
) STRICT;
CREATE INDEX intervals_by_job ON intervals (job_id);
CREATE INDEX intervals_of_jobs ON intervals (job_id) WHERE item_id IS NULL;
-- All that figures ask of an item's time: a long report reads tens of thousands of them.
CREATE INDEX intervals_by_item ON intervals (item_id, kind, source, started_at, ms, job_id, withdrawn_at)
    WHERE item_id IS NOT NULL;
CREATE INDEX intervals_by_review ON intervals (review_id) WHERE review_id IS NOT NULL;

-- A timer that runs; stopping it writes an interval.
CREATE TABLE timers (
    item_id TEXT PRIMARY KEY REFERENCES items (id), started_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE forecasts (
    assignment_id TEXT NOT NULL REFERENCES assignments (id), by TEXT NOT NULL, p REAL, word TEXT,
    right_count INTEGER, tries INTEGER,             -- what p rests on: right first time, of so many judged
    minutes REAL, rehearsal TEXT, made_at INTEGER NOT NULL, PRIMARY KEY (assignment_id, by)
) STRICT, WITHOUT ROWID;

-- Chance picks what is looked at once more: at most three accepted items a week, asked about after 7 and
-- 30 days. How many there were to pick from is known, so that a rate over them can be weighed.
CREATE TABLE weekly_draws (
    week TEXT PRIMARY KEY, of INTEGER NOT NULL, drawn INTEGER NOT NULL, drawn_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE follow_up_questions (
    id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES items (id), after_days INTEGER NOT NULL,
    due_at INTEGER NOT NULL, probability REAL NOT NULL CHECK (probability > 0 AND probability <= 1),
    drawn_at INTEGER NOT NULL, UNIQUE (item_id, after_days)
) STRICT;

CREATE TABLE follow_ups (
    id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES items (id),
    question_id TEXT REFERENCES follow_up_questions (id),             -- NULL: said unasked
    held INTEGER NOT NULL, reason TEXT, answered_at INTEGER NOT NULL, withdrawn_at INTEGER
) STRICT;
CREATE INDEX follow_ups_by_item ON follow_ups (item_id);

-- Each own item is considered once: with this probability it is offered to AI as well, in the shadow.
CREATE TABLE draws (
    item_id TEXT PRIMARY KEY REFERENCES items (id), week TEXT NOT NULL,
    probability REAL NOT NULL CHECK (probability > 0 AND probability <= 1),
    is_drawn INTEGER NOT NULL, drawn_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX draws_by_week ON draws (week) WHERE is_drawn = 1;

CREATE TABLE draw_answers (
    id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES draws (item_id),
    answer TEXT NOT NULL, answered_at INTEGER NOT NULL, withdrawn_at INTEGER
) STRICT;
CREATE UNIQUE INDEX one_standing_draw_answer ON draw_answers (item_id) WHERE withdrawn_at IS NULL;

-- Chance decided whether an item was kept or handed over.
CREATE TABLE coin_flips (
    id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES items (id), arm TEXT NOT NULL,
    probability REAL NOT NULL, flipped_at INTEGER NOT NULL, withdrawn_at INTEGER
) STRICT;
CREATE UNIQUE INDEX one_standing_coin_flip ON coin_flips (item_id) WHERE withdrawn_at IS NULL;

-- A bench: so many planned runs of an item as it was then, inputs and checks frozen (`asked` is the hash
-- of what the brief says of it).
CREATE TABLE bench_runs (
    id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES items (id),
    assignment_id TEXT NOT NULL REFERENCES assignments (id), number INTEGER NOT NULL, asked TEXT NOT NULL,
    attempt_id TEXT REFERENCES attempts (id), planned_at INTEGER NOT NULL, withdrawn_at INTEGER
) STRICT;
CREATE INDEX bench_runs_waiting ON bench_runs (planned_at) WHERE attempt_id IS NULL AND withdrawn_at IS NULL;
CREATE INDEX bench_runs_by_attempt ON bench_runs (attempt_id) WHERE attempt_id IS NOT NULL;

-- Two deliverables without names: A and B in an order that chance made. Each choice has a short code that a
-- colleague sends back.
CREATE TABLE comparisons (
    id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES items (id),
    a_attempt_id TEXT NOT NULL REFERENCES attempts (id), b_attempt_id TEXT NOT NULL REFERENCES attempts (id),
    code_a TEXT NOT NULL UNIQUE, code_b TEXT NOT NULL UNIQUE, code_tie TEXT NOT NULL UNIQUE,
    made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX comparisons_by_item ON comparisons (item_id);

CREATE TABLE comparison_verdicts (
    id TEXT PRIMARY KEY, comparison_id TEXT NOT NULL REFERENCES comparisons (id),
    choice TEXT NOT NULL, by TEXT NOT NULL, judged_at INTEGER NOT NULL, withdrawn_at INTEGER
) STRICT;
CREATE UNIQUE INDEX one_standing_choice ON comparison_verdicts (comparison_id) WHERE withdrawn_at IS NULL;

CREATE TABLE events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, origin TEXT NOT NULL, actor TEXT NOT NULL,
    kind TEXT NOT NULL, job_id TEXT, item_id TEXT, data TEXT NOT NULL CHECK (json_valid(data))
) STRICT;
CREATE TRIGGER events_are_final_u BEFORE UPDATE ON events BEGIN SELECT raise(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_are_final_d BEFORE DELETE ON events BEGIN SELECT raise(ABORT, 'events are append-only'); END;

-- Why an attempt was stopped may be said afterwards; nothing else of a closed attempt changes.
CREATE TRIGGER closed_attempts_are_final
BEFORE UPDATE OF item_id, number, outcome, reason, started_at, ended_at ON attempts
WHEN OLD.ended_at IS NOT NULL
    AND NOT (OLD.outcome = 'stopped' AND OLD.reason IS NULL AND NEW.reason IS NOT NULL
        AND NEW.outcome IS OLD.outcome AND NEW.item_id IS OLD.item_id AND NEW.number IS OLD.number
        AND NEW.started_at IS OLD.started_at AND NEW.ended_at IS OLD.ended_at)
BEGIN SELECT raise(ABORT, 'a closed attempt never changes'); END;

-- One undo log for window and terminal. `back` undoes the command, `again` (known once it was
-- undone) does it again; both are typed changes of `halfday-domain`.
CREATE TABLE undo (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, command TEXT NOT NULL,
    job_id TEXT, item_id TEXT, count INTEGER NOT NULL DEFAULT 1,
    back TEXT NOT NULL CHECK (json_valid(back)), again TEXT CHECK (again IS NULL OR json_valid(again)),
    undone_at INTEGER
) STRICT;

CREATE TABLE reports (
    week TEXT NOT NULL, edition INTEGER NOT NULL, facts TEXT NOT NULL CHECK (json_valid(facts)),
    made_at INTEGER NOT NULL, PRIMARY KEY (week, edition)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL CHECK (json_valid(value))) STRICT, WITHOUT ROWID;

-- The doors of the statistics. All leave out sample and deleted jobs, withdrawn rows and items
-- done before Halfday. What was tried on an item that is dropped or removed by now stays tried.

CREATE VIEW counted_jobs AS
SELECT id, number, title, created_at, closed_at, own_minutes_guess, guess_share, template_id
FROM jobs WHERE is_sample = 0 AND deleted_at IS NULL;

-- So few that keeping them out is quicker than looking every row's job up.
CREATE VIEW uncounted_jobs AS SELECT id FROM jobs WHERE is_sample <> 0 OR deleted_at IS NOT NULL;

CREATE VIEW work_attempts AS
SELECT a.id, a.item_id, a.assignment_id, i.job_id, i.title, i.kind, i.scope, i.status, i.template_item,
       s.agent_id, g.name AS agent, g.family, s.mode, s.draw_probability, s.reason AS assigned_because,
       s.estimate_minutes, s.estimate_source, s.frozen_at,
       a.purpose, a.number, a.outcome, a.reason, a.chat_rounds, a.nonce, a.owner_id, a.started_at, a.ended_at,
       a.self_confidence, a.asked, a.tokens_in, a.tokens_out,
       a.reported_cost_nano, a.computed_cost_nano, a.price_table,
       (i.status = 'done' AND i.deleted_at IS NULL) AS item_is_done,
       r.verdict, r.reason AS rejection, r.first_wrong_step, r.reviewed_at,
       -- Handed over and never resolved. An open one is unresolved 24 h after it was copied; who reads
       -- knows the time.
       coalesce(r.verdict IS NULL AND (a.ended_at IS NULL AND a.nonce IS NOT NULL
           OR a.outcome = 'delivered' AND i.status <> 'in_review'
           OR a.outcome = 'stopped' AND a.reason IS NULL), 0) AS is_unresolved
FROM attempts a
-- CROSS: attempts are found first, and then what belongs to each.
CROSS JOIN items i ON i.id = a.item_id
JOIN assignments s ON s.id = a.assignment_id
LEFT JOIN agents g ON g.id = s.agent_id
LEFT JOIN reviews r ON r.attempt_id = a.id AND r.withdrawn_at IS NULL
WHERE a.withdrawn_at IS NULL AND i.done_before = 0 AND i.job_id NOT IN (SELECT id FROM uncounted_jobs);

CREATE VIEW counted_attempts AS
SELECT * FROM work_attempts WHERE ended_at IS NOT NULL AND purpose = 'work';

CREATE VIEW tried_attempts AS
SELECT * FROM work_attempts WHERE ended_at IS NOT NULL AND purpose <> 'work';

CREATE VIEW unresolved_attempts AS
SELECT * FROM work_attempts WHERE purpose = 'work' AND is_unresolved;

-- Both at once.
CREATE VIEW handed_over AS
SELECT * FROM work_attempts WHERE purpose = 'work' AND (ended_at IS NOT NULL OR is_unresolved);

CREATE VIEW counted_finishes AS
SELECT f.id, f.item_id, i.job_id, i.title, i.kind, f.estimate_minutes, f.estimate_source, f.felt, f.finished_at
FROM finishes f
CROSS JOIN items i ON i.id = f.item_id
WHERE f.withdrawn_at IS NULL AND i.deleted_at IS NULL AND i.done_before = 0
    AND i.parent_id IS NULL AND i.status = 'done' AND i.job_id NOT IN (SELECT id FROM uncounted_jobs);

CREATE VIEW counted_intervals AS
SELECT v.id, v.job_id, v.item_id, v.review_id, v.kind, v.source, v.started_at, v.ms
FROM intervals v
WHERE v.withdrawn_at IS NULL AND v.job_id NOT IN (SELECT id FROM uncounted_jobs)
    AND (v.item_id IS NULL OR v.item_id NOT IN (SELECT id FROM items WHERE done_before <> 0));

-- What else is known of an ended attempt, whatever it was for.
CREATE VIEW counted_details AS
SELECT w.id, w.item_id, w.job_id, w.title, w.kind, w.scope, w.agent, w.family, w.purpose, w.number,
       w.draw_probability, w.assigned_because, w.estimate_minutes, w.estimate_source, w.item_is_done,
       w.outcome, w.reason, w.chat_rounds, w.owner_id IS NULL AS by_hand, w.started_at, w.ended_at,
       w.verdict, w.rejection, w.first_wrong_step, w.reviewed_at,
       w.self_confidence, w.asked, w.tokens_in, w.tokens_out,
       w.reported_cost_nano, w.computed_cost_nano, w.price_table,
       j.template_id, j.trial, f.is_drawn AS was_drawn,
       (SELECT min(q.asked_at) FROM questions q WHERE q.attempt_id = w.id) AS first_question_at,
       (SELECT count(*) FROM questions q WHERE q.attempt_id = w.id) AS questions,
       (SELECT max(c.round) FROM checks c WHERE c.attempt_id = w.id) AS check_rounds,
       (SELECT count(*) FROM checks c WHERE c.attempt_id = w.id AND c.result = 'holds'
           AND c.round = (SELECT max(l.round) FROM checks l WHERE l.attempt_id = w.id)) AS checks_held,
       (SELECT count(*) FROM checks c WHERE c.attempt_id = w.id AND c.result = 'fails'
           AND c.round = (SELECT max(l.round) FROM checks l WHERE l.attempt_id = w.id)) AS checks_failed,
       (SELECT t.kind FROM steps t WHERE t.attempt_id = w.id AND t.seq = w.first_wrong_step) AS wrong_step_kind,
       (SELECT sum(v.ms) FROM intervals v JOIN reviews r ON r.id = v.review_id
           WHERE r.attempt_id = w.id AND r.withdrawn_at IS NULL AND v.withdrawn_at IS NULL
               AND v.kind = 'review' AND v.source = 'measured') AS looked_ms,
       (SELECT min(u.answered_at) FROM follow_ups u WHERE u.item_id = w.item_id AND u.held = 0
           AND u.withdrawn_at IS NULL AND u.answered_at >= w.reviewed_at) AS wrong_at
FROM work_attempts w
JOIN jobs j ON j.id = w.job_id
LEFT JOIN draws f ON f.item_id = w.item_id
WHERE w.ended_at IS NOT NULL;

-- What was expected of a handover, with the attempts it led to found by its assignment.
CREATE VIEW counted_forecasts AS
SELECT w.item_id, w.job_id, w.id AS attempt_id, f.assignment_id, f.by, f.p, f.word, f.minutes, f.made_at
FROM work_attempts w
JOIN forecasts f ON f.assignment_id = w.assignment_id
WHERE w.purpose = 'work' AND w.ended_at IS NOT NULL;

-- What AI said before it began.
CREATE VIEW counted_rehearsals AS
SELECT w.id AS attempt_id, w.item_id, t.data
FROM steps t JOIN work_attempts w ON w.id = t.attempt_id
WHERE t.kind = 'rehearsal' AND w.ended_at IS NOT NULL AND w.purpose = 'work';

CREATE VIEW counted_draws AS
SELECT d.item_id, i.job_id, i.title, i.kind, i.estimate_minutes, i.estimate_source, d.week, d.probability,
       d.is_drawn, d.drawn_at, a.answer, a.answered_at
FROM draws d
CROSS JOIN items i ON i.id = d.item_id
LEFT JOIN draw_answers a ON a.item_id = d.item_id AND a.withdrawn_at IS NULL
WHERE i.deleted_at IS NULL AND i.done_before = 0 AND i.job_id NOT IN (SELECT id FROM uncounted_jobs);

-- Questions whether an acceptance held, with their answers. Whoever said unasked that it turned out wrong
-- has answered the questions that come later.
CREATE VIEW counted_follow_ups AS
SELECT q.item_id, i.job_id, q.after_days, q.due_at, q.probability, u.held, u.answered_at,
       (SELECT min(x.answered_at) FROM follow_ups x WHERE x.item_id = q.item_id AND x.held = 0
           AND x.withdrawn_at IS NULL) AS wrong_at
FROM follow_up_questions q
JOIN items i ON i.id = q.item_id
JOIN counted_jobs j ON j.id = i.job_id
LEFT JOIN follow_ups u ON u.question_id = q.id AND u.withdrawn_at IS NULL
WHERE i.deleted_at IS NULL AND i.status = 'done';

CREATE VIEW counted_coin_flips AS
SELECT c.item_id, i.job_id, c.arm, c.probability, c.flipped_at, i.status = 'done' AS is_done
FROM coin_flips c
JOIN items i ON i.id = c.item_id
JOIN counted_jobs j ON j.id = i.job_id
WHERE c.withdrawn_at IS NULL AND i.deleted_at IS NULL AND i.done_before = 0;

CREATE VIEW counted_comparisons AS
SELECT c.id, c.item_id, i.job_id, ga.name AS a_agent, gb.name AS b_agent, v.choice, v.by, v.judged_at
FROM comparisons c
JOIN comparison_verdicts v ON v.comparison_id = c.id AND v.withdrawn_at IS NULL
JOIN items i ON i.id = c.item_id
JOIN counted_jobs j ON j.id = i.job_id
JOIN attempts a ON a.id = c.a_attempt_id
JOIN assignments sa ON sa.id = a.assignment_id
LEFT JOIN agents ga ON ga.id = sa.agent_id
JOIN attempts b ON b.id = c.b_attempt_id
JOIN assignments sb ON sb.id = b.assignment_id
LEFT JOIN agents gb ON gb.id = sb.agent_id;
