/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of evidence: read, and what was read measured in a run. */

#include "fuzz-target.h"
#include "rankle-evidence-file.h"
#include "rankle-scorecard.h"

/* More rows take time and tell nothing new. */
#define MOST 20

static gboolean
is_modest (const RankleEvidence *evidence)
{
  guint n;

  rankle_evidence_get_rows (evidence, &n);
  return n > 0 && n <= MOST;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (RankleEvidence) evidence = rankle_evidence_new ();
  g_autoptr (RankleScenario) arm = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleScorecard) card = NULL;
  g_autoptr (RankleRunner) runner = NULL;

  rankle_evidence_add_arm (evidence, arm, NULL);
  rankle_evidence_file_parse (evidence, (const char *)data, (gssize)size, "x", NULL);
  if (!is_modest (evidence))
    return 0;
  runner = rankle_runner_new_with_threads (1);
  card = rankle_scorecard_new (evidence, fuzz_toy (), runner);
  return 0;
}
