/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window shows of the files in data/models/ and data/scenarios/, for translators
 * to find: JSON has no place for them. A test sees that none is missing and none is
 * stale. */

#include "config.h"

#include "rankle-catalog.h"

#include <glib/gi18n-lib.h>

/* One a line. */
/* clang-format off */
const char *const rankle_catalog_words[] = {
  N_ ("%"),
  /* xgettext:no-c-format */
  N_ ("% of all RANKL"),
  /* xgettext:no-c-format */
  N_ ("% of baseline"),
  N_ ("Active osteoblasts"),
  N_ ("Active osteoclasts"),
  N_ ("Activity of an osteoclast"),
  N_ ("Amount of each injection under the skin."),
  N_ ("Birth of osteoblasts"),
  N_ ("Birth of osteoclasts"),
  N_ ("Bone formation"),
  N_ ("Bone matrix"),
  N_ ("Bone resorption"),
  N_ ("CTX"),
  N_ ("CTX, bone resorption marker"),
  N_ ("Cells"),
  N_ ("Denosumab"),
  N_ ("Denosumab at the injection site"),
  N_ ("Denosumab for three years, then stop"),
  N_ ("Denosumab in plasma, total"),
  N_ ("Denosumab in serum"),
  N_ ("Denosumab in the marrow"),
  N_ ("Denosumab in tissue"),
  N_ ("Drug"),
  N_ ("Drug beyond its target"),
  N_ ("Drug target, total"),
  N_ ("Effect of estrogen on RANKL production"),
  N_ ("Estrogen"),
  N_ ("Estrogen, in percent of the level before menopause."),
  N_ ("First injection"),
  N_ ("Free OPG"),
  N_ ("Free RANK"),
  N_ ("Free RANKL"),
  N_ ("Free RANKL and RANK occupancy"),
  N_ ("Healthy adult"),
  N_ ("Hip BMD"),
  N_ ("Hip bone mineral density"),
  N_ ("How many injections are given."),
  N_ ("How much OPG osteoblasts make."),
  N_ ("How much RANKL osteocytes make."),
  N_ ("Injections"),
  N_ ("Interval"),
  N_ ("Lemaire 2004 has no denosumab."),
  N_ ("Lemaire 2004 has no estrogen. Its authors stand in for its loss with less OPG."),
  N_ ("Lemaire 2004: osteoblasts and osteoclasts"),
  N_ ("Mineral content of bone"),
  N_ ("Natural menopause at 51"),
  N_ ("Nobody"),
  N_ ("OPG"),
  N_ ("OPG production"),
  N_ ("OPG that each responding osteoblast makes."),
  N_ ("Occupancy"),
  N_ ("Osteoblasts"),
  N_ ("Osteoclasts"),
  N_ ("Osteocytes"),
  N_ ("P1NP"),
  N_ ("P1NP, bone formation marker"),
  N_ ("PTH"),
  N_ ("PTH receptor occupancy"),
  N_ ("Pre-osteoblasts"),
  N_ ("Pre-osteoclasts"),
  N_ ("Precursors"),
  N_ ("RANK"),
  N_ ("RANK occupancy"),
  N_ ("RANK signal"),
  N_ ("RANKL"),
  N_ ("RANKL on OPG"),
  N_ ("RANKL on RANK"),
  N_ ("RANKL on denosumab"),
  N_ ("RANKL production"),
  N_ ("RANKL that each active osteoblast carries."),
  N_ ("RANKL, free and held"),
  N_ ("Rankle: RANKL, RANK, OPG and bone"),
  N_ ("Resorption and formation balance: nothing changes until a control is moved."),
  N_ ("Responding osteoblasts"),
  N_ ("Sclerostin"),
  N_ ("Six injections of 60 mg, one every six months, and none after: turnover "
      "overshoots as the drug leaves."),
  N_ ("TGF-beta"),
  N_ ("TGF-beta and PTH receptor occupancy"),
  N_ ("TGF-beta from resorbed bone"),
  N_ ("TGF-beta receptor occupancy"),
  N_ ("Target held by the drug"),
  N_ ("Ten years from age 46: estrogen declines from menopause, five years in, "
      "turnover rises and bone is lost."),
  N_ ("Three cell types, every RANKL and OPG symbol in sight; no bone mass"),
  N_ ("Time from one injection to the next."),
  N_ ("Turnover: CTX and P1NP"),
  N_ ("When the first injection is given."),
  N_ ("Who holds the RANKL, and what it does to bone over years"),
  N_ ("Who holds the RANKL?"),
  N_ ("days"),
  N_ ("mg"),
  N_ ("µg/mL"),
  N_ ("× baseline"),
  NULL
};
/* clang-format on */
