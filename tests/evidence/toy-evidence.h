/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>
#include <string.h>

#include "rankle-evidence-file.h"

/* Evidence for the toy model: its pool filled threefold, and four doses a week apart. */

#define TOY_ROW(arm, rest) "toy," arm "," rest "\n"

static const char toy_rows[] =
    "study,arm,observable,measure,since,time,value,low,high,unit,citation,grade,use,"
    "note\n" /**/
    TOY_ROW ("filled", "pool,value,0,10,6,5,7,x,Toy 2000,seen,fit,") TOY_ROW (
        "filled", "pool,change,0,12,150,100,200,%,Toy 2001,seen,predict,")
        TOY_ROW ("filled",
                 "pool,fold,5,14,2,1.5,3,x,\"recalled, not seen: Toy 2002\","
                 "recalled,predict,")
            TOY_ROW ("filled", "pool,max,5,20,6,5,7,x,Toy 2003,seen,predict,") TOY_ROW (
                "filled", "pool,time_of_max,0,30,30,20,40,day,Toy 2004,seen,predict,")
                TOY_ROW ("dosed", "depot,value,0,6.913,65,60,70,x,Toy 2005,seen,fit,")
                    TOY_ROW ("dosed", "depot,value,0,14,62,50,70,x,Toy 2006,seen,fit,")
                        TOY_ROW ("dosed",
                                 "depot,value,0,20.017,100,50,150,x,Toy 2007,seen,fit,");

static const char toy_filled[] =
    "{ \"schema\": 1, \"id\": \"filled\", \"title\": \"Filled\", \"time_unit\": "
    "\"day\", \"horizon\": 40, \"controls\": { \"filling\": 3 } }\n";
static const char toy_dosed[] =
    "{ \"schema\": 1, \"id\": \"dosed\", \"title\": \"Dosed\", \"time_unit\": \"day\", "
    "\"horizon\": 40, \"controls\": { \"dose\": 2, \"interval\": 1, \"count\": 4 } }\n";

static inline void
toy_write (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static inline void
toy_remove (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
}

static inline RankleEvidence *
toy_evidence_new (const char *rows)
{
  g_autofree char *folder = g_dir_make_tmp ("rankle-evidence-XXXXXX", NULL);
  g_autofree char *arms = g_build_filename (folder, "arms", NULL);
  GError          *error = NULL;
  RankleEvidence  *evidence;

  g_assert_cmpint (g_mkdir (arms, 0700), ==, 0);
  toy_write (folder, "toy.csv", rows);
  toy_write (arms, "filled.json", toy_filled);
  toy_write (arms, "dosed.json", toy_dosed);
  evidence = rankle_evidence_file_load (folder, &error);
  g_assert_no_error (error);
  toy_remove (arms, "filled.json");
  toy_remove (arms, "dosed.json");
  toy_remove (folder, "toy.csv");
  toy_remove (folder, "arms");
  toy_remove (folder, "");
  return evidence;
}
