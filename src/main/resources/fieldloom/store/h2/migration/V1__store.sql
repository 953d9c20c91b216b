-- Times are milliseconds since 1970 in UTC: no session's zone can change them.
-- A seal is the SHA-256 of the row's other columns; H2 itself misses changed bytes.

CREATE SEQUENCE workspace_id NO CACHE;
CREATE SEQUENCE document_id NO CACHE;
CREATE SEQUENCE content_id NO CACHE;
CREATE SEQUENCE job_id NO CACHE;
CREATE SEQUENCE run_id NO CACHE;

CREATE TABLE workspace (
  id BIGINT PRIMARY KEY,
  name VARCHAR(1000) NOT NULL,
  used_ms BIGINT NOT NULL,
  seal BINARY(32) NOT NULL,
  CONSTRAINT workspace_name UNIQUE (name)
);

CREATE TABLE document (
  id BIGINT PRIMARY KEY,
  workspace BIGINT NOT NULL REFERENCES workspace (id),
  path VARCHAR(1000) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  newest INTEGER NOT NULL,
  deleted BOOLEAN NOT NULL,
  seal BINARY(32) NOT NULL,
  CONSTRAINT document_path UNIQUE (workspace, path)
);

-- Bytes of versions, drafts and large inputs of failed records, cut into parts that fit a row.
CREATE TABLE content_part (
  content BIGINT NOT NULL,
  part INTEGER NOT NULL,
  bytes VARBINARY(262144) NOT NULL,
  CONSTRAINT content_part_key PRIMARY KEY (content, part)
);

CREATE TABLE version (
  document BIGINT NOT NULL REFERENCES document (id),
  version INTEGER NOT NULL,
  saved_ms BIGINT NOT NULL,
  content BIGINT NOT NULL,
  parts INTEGER NOT NULL,
  packed BOOLEAN NOT NULL,
  size BIGINT NOT NULL,
  sha256 CHAR(64) NOT NULL,
  seal BINARY(32) NOT NULL,
  CONSTRAINT version_key PRIMARY KEY (document, version)
);

CREATE TABLE draft (
  workspace BIGINT NOT NULL REFERENCES workspace (id),
  path VARCHAR(1000) NOT NULL,
  content BIGINT NOT NULL,
  parts INTEGER NOT NULL,
  packed BOOLEAN NOT NULL,
  size BIGINT NOT NULL,
  sha256 CHAR(64) NOT NULL,
  seal BINARY(32) NOT NULL,
  CONSTRAINT draft_key PRIMARY KEY (workspace, path)
);

-- body: mapping, inputs, outputs, what a bad record does and parameters, as JSON.
CREATE TABLE job (
  id BIGINT PRIMARY KEY,
  workspace BIGINT NOT NULL REFERENCES workspace (id),
  name VARCHAR(1000) NOT NULL,
  body VARCHAR(1000000) NOT NULL,
  seal BINARY(32) NOT NULL,
  CONSTRAINT job_name UNIQUE (workspace, name)
);

-- seen_ms: when the run was last heard of, which is when an interrupted one ended.
CREATE TABLE run (
  id BIGINT PRIMARY KEY,
  workspace BIGINT NOT NULL REFERENCES workspace (id),
  job BIGINT REFERENCES job (id),
  job_name VARCHAR(1000) NOT NULL,
  mapping VARCHAR(1000) NOT NULL,
  mapping_version INTEGER NOT NULL,
  started_ms BIGINT NOT NULL,
  seen_ms BIGINT NOT NULL,
  ended_ms BIGINT,
  state VARCHAR(20) NOT NULL,
  records_read BIGINT NOT NULL,
  records_written BIGINT NOT NULL,
  records_failed BIGINT NOT NULL,
  errors BIGINT NOT NULL,
  message VARCHAR(10000),
  seal BINARY(32) NOT NULL
);

CREATE INDEX run_of_workspace ON run (workspace, id);
CREATE INDEX run_of_state ON run (state);

-- A long input stands in content_part, its parts named here; a short one in the row.
CREATE TABLE run_error (
  run BIGINT NOT NULL REFERENCES run (id),
  number BIGINT NOT NULL,
  record BIGINT NOT NULL,
  place VARCHAR(1000) NOT NULL,
  target VARCHAR(10000),
  formula VARCHAR(100),
  code VARCHAR(200) NOT NULL,
  message VARCHAR(10000) NOT NULL,
  input VARCHAR(100000),
  content BIGINT,
  parts INTEGER,
  packed BOOLEAN,
  size BIGINT,
  sha256 CHAR(64),
  seal BINARY(32) NOT NULL,
  CONSTRAINT run_error_key PRIMARY KEY (run, number)
);

-- How many rows a table must have: a lost page can lose rows without a trace.
CREATE TABLE tally (
  name VARCHAR(40) PRIMARY KEY,
  rows_there BIGINT NOT NULL
);

INSERT INTO tally VALUES ('workspace', 0), ('document', 0), ('version', 0), ('job', 0), ('run', 0);
