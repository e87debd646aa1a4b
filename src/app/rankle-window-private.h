/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-autosave.h"
#include "rankle-compare-view.h"
#include "rankle-controls.h"
#include "rankle-curtain.h"
#include "rankle-diagram-view.h"
#include "rankle-document.h"
#include "rankle-dose-track.h"
#include "rankle-layout-bin.h"
#include "rankle-lesson-log.h"
#include "rankle-picture-place.h"
#include "rankle-plot-legend.h"
#include "rankle-plot-view.h"
#include "rankle-reading-bar.h"
#include "rankle-runs-panel.h"
#include "rankle-stage-controls.h"
#include "rankle-time-bar.h"
#include "rankle-window.h"

G_BEGIN_DECLS

#define RANKLE_N_STAGE_PLOTS  2
#define RANKLE_FIRST_SCENARIO "healthy-adult" /* it asks nothing of any model */

typedef struct _RankleWindowLesson RankleWindowLesson;

struct _RankleWindow
{
  AdwApplicationWindow parent_instance;
  RankleStudy         *study;      /* (owned) */
  RankleDocument      *document;   /* (owned): of the study */
  gboolean             asks;       /* whether it may close */
  gboolean             closes;     /* when it has been saved */
  GSettings           *settings;   /* (owned) (nullable) */
  gboolean             shows_file; /* opened, and not out of the catalogue */
  GPtrArray           *opened;     /* (owned): RankleModel, each out of a file */
  RankleScenario      *plain;      /* (owned) (nullable): what the model opens with */
  GtkWidget           *provenance; /* (nullable) Borrowed: the page while it is open */
  GtkWidget           *measures;   /* (nullable) Borrowed: the table while it is open */
  GtkWidget           *findings;   /* (nullable) Borrowed: the list while it is open */
  GtkWidget           *doses;      /* (nullable) Borrowed: the table while it is open */
  GtkWidget           *genes;      /* (nullable) Borrowed: the bench while it is open */
  GtkWidget           *cards;      /* (nullable) Borrowed: those of molecules, likewise */
  GtkWidget           *report;     /* (nullable) Borrowed: its texts, likewise */
  GtkWidget           *run;     /* (nullable) Borrowed: that of one kept run, likewise */
  char                *warning; /* (owned) (nullable): the banner's, as last made */
  guint                announcing; /* source: the answer is read out soon; 0: it is not */
  char                *to_say;     /* (owned) (nullable): in its place */
  RankleWindowLesson  *lesson;     /* (owned) */
  char                *goal_words; /* (owned) (nullable): how far a lesson's goals are */
  gboolean             veiled;     /* the run is not to be seen yet */
  RankleSpotlight     *spotlight;  /* (owned) */
  guint                resting;    /* source: what is nobody's goes back; or 0 */
  guint                waiting;    /* source: patience ends, or the bar moves; or 0 */
  guint                patience;   /* before curves are dimmed [ms] */

  gboolean on_stage;
  gboolean points;   /* on the stage: the pointer leaves a trail without Ctrl, too */
  gboolean reshapes; /* what changes is not what the user wants */
  gboolean aside;    /* the divider is not where the user has it, but */
  int      split;    /* it was there; 0: nowhere that was chosen [px] */
  char    *stage_plots[RANKLE_N_STAGE_PLOTS]; /* (owned) (nullable): ids, as chosen */

  AdwToast *told; /* (nullable) Borrowed: the message that is shown */

  /* Template widgets */
  RankleLayoutBin     *bin;
  AdwHeaderBar        *header;
  GtkWidget           *topics_button;
  GtkWidget           *stage_button;
  GtkWidget           *views;
  GtkMenuButton       *views_button;
  GtkWidget           *side;
  GtkBox              *side_head;
  GtkWidget           *side_edge;
  GtkWidget           *plots_scroller;
  GtkWidget           *points_button;
  GtkWidget           *track_pane;
  RankleStageControls *stage_controls;
  GtkWidget           *stage_place;
  GtkMenuButton       *stage_menu_button;
  RankleCurtain       *curtain;
  AdwToastOverlay     *toasts;
  AdwFlap             *flap;
  GMenu               *recent_menu;
  GtkMenuButton       *scenario_button;
  GtkMenuButton       *model_button;
  GtkRevealer         *failure_revealer;
  GtkLabel            *failure_label;
  GtkButton           *undo_button;
  GtkButton           *redo_button;
  GtkBox              *content;
  GtkLabel            *answer;
  GtkBox              *answer_place;
  GtkScrolledWindow   *answer_scroller;
  GtkViewport         *answer_view;
  GtkLabel            *announcement;
  GtkLabel            *source_label;
  RankleControls      *controls;
  RankleRunsPanel     *runs;
  GtkPaned            *paned;
  RankleDiagramView   *diagram;
  GtkWidget           *plots_pane;
  RanklePlotView      *plots;
  RanklePlotLegend    *legend;
  GtkWidget           *legend_place;
  RankleCompareView   *compare;
  RankleDoseTrack     *track;
  RankleTimeBar       *time_bar;
  RankleReadingBar    *reading;
  GtkProgressBar      *waiting_bar;
  GtkButton           *pathway_button;
  RanklePicturePlace  *place;
  GtkWidget           *lesson_pane;
  GtkWidget           *stories;
  GtkScrolledWindow   *controls_scroller;
};

/* rankle-window-actions.c */
void _rankle_window_add_actions (RankleWindow *self);
void _rankle_window_add_keys (RankleWindow *self);
void _rankle_window_take_drops (RankleWindow *self);
void _rankle_window_update_undo (RankleWindow *self);

/* rankle-window-cards.c */
/* @id: of a card; NULL: the one that was looked at, or the first. */
void _rankle_window_show_card (RankleWindow *self, const char *id);

/* rankle-window-runs.c: those that are kept, and what waits. */
void _rankle_window_add_runs (RankleWindow *self);

/* rankle-window-view.c: which of the parts are seen. */
void _rankle_window_show_view (RankleWindow *self, const char *view);
void _rankle_window_show_picture (RankleWindow *self, RankleShown shown);
void _rankle_window_show_curve (RankleWindow *self, const char *column);
/* The model is another: has it a diagram? */
void _rankle_window_update_view (RankleWindow *self);

/* rankle-window-layout.c: what its size, and that of its letters, makes of it. */
void _rankle_window_lay_out (RankleWindow *self);
/* The controls are where the user has them when there is room. */
void _rankle_window_connect_layout (RankleWindow *self);

/* rankle-window-stage.c: for a room. Signal: stage-step (int) -> boolean: a clicker goes
 * on
 * (+1) or back (-1); who says TRUE has done it, and else the scenario is the next one. */
void _rankle_window_add_stage (RankleWindow *self);
void _rankle_window_set_on_stage (RankleWindow *self, gboolean on_stage);
/* Its parts are given their places. */
void _rankle_window_lay_out_stage (RankleWindow *self);

/* rankle-window-answer.c: what becomes of what was changed, in a sentence. */
void _rankle_window_connect_answer (RankleWindow *self);
/* The answer is always to be seen: under the map, or over the time. */
void _rankle_window_place_answer (RankleWindow *self);
void _rankle_window_shape_answer (RankleWindow *self, gboolean column, double em);

void _rankle_window_show_answer (RankleWindow *self);
/* @words are read out soon, once, in the place of the answer. */
void _rankle_window_say (RankleWindow *self, const char *words);

/* rankle-window-lesson.c: a lesson, in place. */
void _rankle_window_add_lessons (RankleWindow *self);
void _rankle_window_start_lesson (RankleWindow *self, const RankleLesson *lesson);
void _rankle_window_leave_lesson (RankleWindow *self);
/* (nullable): of the one that is on, or was last. */
const RankleLessonLog *_rankle_window_get_lesson_log (RankleWindow *self);

/* rankle-window-lesson-file.c: own lessons, and the log. Before the lessons. */
void _rankle_window_add_lesson_files (RankleWindow *self);
void _rankle_window_open_lesson (RankleWindow *self, const char *path);
void _rankle_window_save_lesson_step (RankleWindow *self, const char *path);
void _rankle_window_save_lesson_log (RankleWindow *self, const char *path);

/* rankle-window-stories.c: what the first start offers. */
void _rankle_window_add_stories (RankleWindow *self);
/* Once for each user, in place of the curves. */
void _rankle_window_offer_stories (RankleWindow *self);
void _rankle_window_close_stories (RankleWindow *self);

/* rankle-window-rest.c: memory that nothing uses is given back when nothing moves. */
void _rankle_window_connect_rest (RankleWindow *self);
/* rankle-window-waiting.c: the curves are not yet those of what is asked. */
void _rankle_window_connect_waiting (RankleWindow *self);
/* Unless it is unwelcome. */
gboolean _rankle_window_wants_motion (void);

/* rankle-window-load.c */
/* The model, out of a file, is shown in place of the present one. */
void _rankle_window_show_file (RankleWindow *self, RankleModel *model);
/* One that was opened in this window before. */
void _rankle_window_load_opened (RankleWindow *self, guint which);
/* The bundled scenario of a topic, with the model that it was made for. */
void _rankle_window_load_topic (RankleWindow *self, const char *id);
/* What the study's model is, wherever it came from; likewise its scenario. */
void _rankle_window_show_model (RankleWindow *self);
void _rankle_window_show_scenario (RankleWindow *self);
void _rankle_window_load_evidence (RankleWindow *self);

/* rankle-window-document.c */
void _rankle_window_add_document (RankleWindow *self);
/* Nobody has done anything in it, and nothing is on its way there. */
gboolean _rankle_window_is_untouched (RankleWindow *self);
void     _rankle_window_close_now (RankleWindow *self);

/* rankle-window-reading.c: what is to be known when a file has been read. */
typedef struct
{
  GWeakRef      window;  /* it may be closed by then */
  GCancellable *token;   /* (owned) */
  char         *path;    /* (owned) */
  guint         purpose; /* whatever it is to whoever began it */
} RankleWindowReading;

RankleWindowReading *
_rankle_window_begin_reading (RankleWindow *self, const char *path, guint purpose);
/* (transfer full) (nullable): NULL: it was superseded or cancelled, or has no window. */
RankleWindow *_rankle_window_end_reading (RankleWindowReading *reading);
void          _rankle_window_reading_free (RankleWindowReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleWindowReading, _rankle_window_reading_free)

/* rankle-window-session.c: of files that take their time. */
void _rankle_window_open_session (RankleWindow *self, const char *path);
/* What a crash has left; it is gone when it is shown. */
void _rankle_window_restore (RankleWindow *self, const char *copy);
void _rankle_window_revert (RankleWindow *self);

/* rankle-window-observations.c: points of one's own. */
void _rankle_window_add_observations (RankleWindow *self);
/* By its name @path is a table. */
gboolean _rankle_window_is_observations (const char *path);
/* Reads it, and asks how it is meant. */
void _rankle_window_open_observations (RankleWindow *self, const char *path);

/* rankle-window-recent.c */
void _rankle_window_add_recent (RankleWindow *self);
/* @path has been opened, or saved. */
void _rankle_window_remember (RankleWindow *self, const char *path);

/* Of those that are offered; FALSE: there is none there. */
gboolean _rankle_window_step_scenario (RankleWindow *self, int by);

/* rankle-window-export.c */
void _rankle_window_add_exports (RankleWindow *self);
void _rankle_window_export_table (RankleWindow *self, const char *path);
/* What the view shows, as the ending of @path says. */
void _rankle_window_export_picture (RankleWindow *self, const char *path);
/* The scene that stands in the map's place, as PNG. */
void _rankle_window_export_scene (RankleWindow *self, const char *path);

/* rankle-window-archive.c */
void _rankle_window_add_archives (RankleWindow *self);
void _rankle_window_export_sbml (RankleWindow *self, const char *path);
void _rankle_window_export_archive (RankleWindow *self, const char *path);

/* rankle-window-report.c */
void _rankle_window_add_reports (RankleWindow *self);
/* On the paper of the locale; what was typed for it is in the study. */
void _rankle_window_export_report (RankleWindow *self, const char *path);

/* rankle-window-menus.c */
void
_rankle_window_set_title (GtkMenuButton *button, const char *title, const char *full);
void _rankle_window_build_scenario_menu (RankleWindow *self);
void
_rankle_window_menu_active_cb (GtkMenuButton *button, GParamSpec *pspec, gpointer data);
/* The newest message takes the place of an older one. */
void        _rankle_window_tell (RankleWindow *self, const char *message);
void        _rankle_window_tell_no_more (RankleWindow *self);
const char *_rankle_window_translate (const char *words);

G_END_DECLS
