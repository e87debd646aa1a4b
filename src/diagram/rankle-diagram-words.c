/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The labels and notes of data/diagrams/: gettext finds them here and
 * rankle_diagram_get_label() and _get_note() look them up. A test sees that none is
 * missing. */

#include "config.h"

#include "rankle-diagram-private.h"

#include <glib/gi18n-lib.h>

const char *const _rankle_diagram_words[] = {
  N_ ("A cell of the monocyte line, seen from inside: how RANK tells it to become an "
      "osteoclast."),
  N_ ("AP-1"),
  N_ ("AP-1 is the transcription factor that JNK switches on."),
  N_ ("Blood"),
  N_ ("Bone"),
  N_ ("Bone marrow"),
  N_ ("Bone surface"),
  N_ ("Bone: collagen and mineral, taken by osteoclasts and laid down by osteoblasts."),
  N_ ("CTX"),
  N_ ("CTX is a piece of bone collagen that resorption sets free: the blood test for "
      "resorption."),
  N_ ("Denosumab"),
  N_ ("Denosumab is an antibody given as an injection: it binds RANKL, as OPG does, and "
      "keeps it from RANK."),
  N_ ("Estrogen"),
  N_ ("Estrogen holds back the making of RANKL; after menopause it falls."),
  N_ ("JNK"),
  N_ ("JNK is a kinase switched on through TRAF6: the second arm of the signal."),
  N_ ("NF-κB"),
  N_ ("NF-κB is a transcription factor set free by TRAF6: the first arm of the signal."),
  N_ ("NFATc1"),
  N_ ("NFATc1 is the master switch of osteoclast genes; it takes both NF-κB and AP-1."),
  N_ ("Nucleus"),
  N_ ("OPG"),
  N_ ("OPG (osteoprotegerin) is a decoy: it binds RANKL before RANK can."),
  N_ ("Osteoblast"),
  N_ ("Osteoblasts build bone; they make RANKL and its decoy OPG."),
  N_ ("Osteoclast"),
  N_ ("Osteoclast precursor"),
  N_ ("Osteoclasts resorb bone."),
  N_ ("Osteocyte"),
  N_ ("Osteocytes are osteoblasts buried in bone: they make RANKL and sclerostin."),
  N_ ("P1NP"),
  N_ ("P1NP is split off when new collagen is laid down: the blood test for bone "
      "formation."),
  N_ ("Preosteoblast"),
  N_ ("Preosteoblasts are on their way to become osteoblasts."),
  N_ ("Preosteoclast"),
  N_ ("Preosteoclasts become osteoclasts when RANK tells them to."),
  N_ ("RANK"),
  N_ ("RANK is the receptor for RANKL in the membrane of osteoclast precursors."),
  N_ ("RANKL"),
  N_ ("RANKL held by OPG cannot reach RANK and is cleared away."),
  N_ ("RANKL held by denosumab cannot reach RANK and is cleared away."),
  N_ ("RANKL is the signal that makes osteoclasts: free RANKL can bind RANK, OPG or "
      "denosumab."),
  N_ ("RANKL on RANK: the signal to become an osteoclast is on."),
  N_ ("RANKL–OPG"),
  N_ ("RANKL–RANK"),
  N_ ("RANKL–denosumab"),
  N_ ("Sclerostin"),
  N_ ("Sclerostin, made by osteocytes, holds back bone formation."),
  N_ ("TGF-β"),
  N_ ("TGF-β lies stored in bone; resorption sets it free, and it recruits osteoblasts."),
  N_ ("TRAF6"),
  N_ ("TRAF6 is the adaptor that takes the signal from RANK into the cell."),
  N_ ("The blood: hormones and drugs arrive here."),
  N_ ("The bone marrow, where the cells that build and resorb bone meet."),
  N_ ("The nucleus of the osteoclast precursor."),
  N_ ("The surface of bone and what lies in it."),
  N_ ("formation"),
  N_ ("resorption"),
  NULL
};
