/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Runs rankle-cli from outside, with no shell between. */

#define ARGUMENTS_MAX 40

typedef struct
{
  char *out;
  char *err;
  int   status;
} Result;

void result_clear (Result *result);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

extern char *cli_program;
extern char *cli_folder; /* for files; the working directory of every run */

/* Takes the program's path from the command line and fills a folder with small models;
 * run() gives the tests' exit status and removes it. */
void cli_begin (int *argc, char ***argv);
int  cli_run_tests (void);

void cli_run (Result *result, const char *const *arguments);
#define RUN(result, ...) cli_run (result, (const char *const[]){ __VA_ARGS__, NULL })

void  cli_check_ok (const Result *result);
void  cli_write_file (const char *name, const char *text);
char *cli_read_file (const char *name);
/* The cell of column @id in the row of @time; NaN if there is none. */
double cli_look_up (const char *csv, const char *id, double time);
