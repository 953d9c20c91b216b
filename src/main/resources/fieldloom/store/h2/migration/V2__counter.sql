-- last_taken: the last number that a sequence has given, or reserved for a run that goes on.
CREATE TABLE counter (
  workspace BIGINT NOT NULL REFERENCES workspace (id),
  name VARCHAR(200) NOT NULL,
  last_taken BIGINT NOT NULL,
  seal BINARY(32) NOT NULL,
  CONSTRAINT counter_key PRIMARY KEY (workspace, name)
);

INSERT INTO tally VALUES ('counter', 0);
